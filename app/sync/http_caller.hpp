// Sends one request at a time to one place over libcurl, keeping the connection.
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/wire/http_message.hpp"

namespace makegood::sync {

struct CallOptions {
    std::chrono::milliseconds connect_time = std::chrono::seconds(10);
    std::chrono::milliseconds answer_time = std::chrono::seconds(60);  // from the start to the last byte
    std::string authority;          // PEM: only its certificates count; empty: what the machine trusts
    std::function<bool()> keep_on;  // asked about every second; false ends the call. May be empty
};

// "https://office.example:8443" without what does not belong there. bad_input: no such address, or http://
// to another machine, where everybody on the way could read along.
Result<std::string> checked_url(const std::string& url);

class HttpCaller {
  public:
    explicit HttpCaller(CallOptions options);
    ~HttpCaller();
    HttpCaller(const HttpCaller&) = delete;
    HttpCaller& operator=(const HttpCaller&) = delete;

    // Whatever status it answers with, at most 512 KiB. failed: a sentence that says why there is no answer.
    // Follows no redirection and uses no proxy.
    Result<wire::HttpResponse> call(const std::string& url, const wire::HttpRequest& request);
    // PEM texts of the certificates that the other side shows, its own first; believed by nobody yet. Of
    // https only, elsewhere none. failed: as above.
    Result<std::vector<std::string>> certificates_of(const std::string& url);

  private:
    struct Handle;
    // What every connection has in common; the handle begins anew.
    void prepare(const std::string& url);
    CallOptions options_;
    std::unique_ptr<Handle> handle_;
};

}  // namespace makegood::sync
