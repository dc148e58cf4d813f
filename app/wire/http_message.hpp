// A request and an answer of HTTP/1.1 as plain values, so that what is said can be decided, signed and
// tested without a network.
#pragma once
#include <map>
#include <string>

namespace makegood::wire {

// Names in lower case. A field that came twice is joined with ", " (RFC 9110, 5.3).
using Headers = std::map<std::string, std::string>;

struct HttpRequest {
    std::string method, target;
    Headers headers;
    std::string body;
    bool from_loopback = false;  // who connected sits on this machine
};

struct HttpResponse {
    int status = 200;
    Headers headers;
    std::string body;
};

// Empty when absent.
inline std::string header(const Headers& headers, const std::string& name) {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

}  // namespace makegood::wire
