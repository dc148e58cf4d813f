#include "app/sync/http_caller.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>

#include "app/base/check.hpp"

namespace makegood::sync {
namespace {

constexpr std::size_t answer_limit = 512 * 1024;

std::size_t take_body(char* bytes, std::size_t one, std::size_t count, void* target) {
    auto& body = static_cast<wire::HttpResponse*>(target)->body;
    const std::size_t size = one * count;
    if (body.size() + size > answer_limit) return 0;
    body.append(bytes, size);
    return size;
}

std::size_t take_header(char* bytes, std::size_t one, std::size_t count, void* target) {
    auto& headers = static_cast<wire::HttpResponse*>(target)->headers;
    const std::size_t size = one * count;
    std::string line(bytes, size);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    const auto colon = line.find(':');
    if (colon == std::string::npos) return size;
    std::string name = line.substr(0, colon);
    for (char& letter : name) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const auto begin = line.find_first_not_of(" \t", colon + 1);
    if (headers.size() < 100) headers[name] = begin == std::string::npos ? "" : line.substr(begin);
    return size;
}

int watch(void* target, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& keep_on = *static_cast<const std::function<bool()>*>(target);
    return keep_on && !keep_on() ? 1 : 0;
}

Error no_answer(CURLcode code, const std::string& url, const char* detail) {
    const std::string why = *detail != '\0' ? detail : curl_easy_strerror(code);
    const std::string rest = " The events stay here and are sent later.";
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return {ErrorKind::failed, "Head office at " + url + " did not answer in time." + rest, why};
        case CURLE_ABORTED_BY_CALLBACK:
            return {ErrorKind::failed, "Sending was stopped." + rest, why};
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_CONNECT_ERROR:
            return {
                ErrorKind::failed,
                "The certificate of head office at " + url +
                    " is not one that this register trusts. Check the address; when the chain has an "
                    "authority of its own, scan the QR code of the one-time code, or enrol with --authority "
                    "FILE." +
                    rest,
                why};
        default:
            return {ErrorKind::failed,
                    "Head office at " + url + " can't be reached. Check the network and the address." + rest,
                    why};
    }
}

void trust_only(CURL* easy, const std::string& authority) {
    if (authority.empty()) return;
    curl_blob pem{const_cast<char*>(authority.data()), authority.size(), CURL_BLOB_NOCOPY};
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &pem);
}

bool is_this_machine(const std::string& host) {
    in_addr address{};
    const bool loopback =
        ::inet_pton(AF_INET, host.c_str(), &address) == 1 && ntohl(address.s_addr) >> 24 == 127;
    return loopback || host == "localhost" || host == "[::1]";
}

struct UrlPart {
    CURLU* url;
    std::string get(CURLUPart part) const {
        char* text = nullptr;
        if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
        std::string value(text);
        curl_free(text);
        return value;
    }
};

}  // namespace

Result<std::string> checked_url(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
    const UrlPart part{parsed.get()};
    const bool readable = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) == CURLUE_OK;
    const std::string scheme = part.get(CURLUPART_SCHEME), host = part.get(CURLUPART_HOST);
    const std::string port = part.get(CURLUPART_PORT), path = part.get(CURLUPART_PATH);
    const bool more = !part.get(CURLUPART_USER).empty() || !part.get(CURLUPART_QUERY).empty() ||
                      !part.get(CURLUPART_FRAGMENT).empty() || (!path.empty() && path != "/");
    if (!readable || host.empty() || more || (scheme != "https" && scheme != "http"))
        return fail(ErrorKind::bad_input, "\"" + url.substr(0, 200) +
                                              "\" is not the address of a head office; write it like "
                                              "https://office.example:8443.");
    if (scheme == "http" && !is_this_machine(host))
        return fail(ErrorKind::bad_input, "Over http:// everybody on the way could read along. Use https://" +
                                              host + ", or http:// on this machine only.");
    return scheme + "://" + host + (port.empty() ? "" : ":" + port);
}

struct HttpCaller::Handle {
    CURL* easy = nullptr;
    char detail[CURL_ERROR_SIZE] = "";
    Handle() {
        // Once for the process, before any thread of ours uses it (C++11 static).
        static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        MAKEGOOD_CHECK(ready == CURLE_OK);
        easy = curl_easy_init();
        MAKEGOOD_CHECK(easy != nullptr);
    }
    ~Handle() { curl_easy_cleanup(easy); }
};

HttpCaller::HttpCaller(CallOptions options)
    : options_(std::move(options)), handle_(std::make_unique<Handle>()) {}
HttpCaller::~HttpCaller() = default;

void HttpCaller::prepare(const std::string& url) {
    CURL* easy = handle_->easy;
    curl_easy_reset(easy);
    handle_->detail[0] = '\0';
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_time.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.answer_time.count()));
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, watch);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &options_.keep_on);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, handle_->detail);
}

Result<std::vector<std::string>> HttpCaller::certificates_of(const std::string& url) {
    CURL* easy = handle_->easy;
    prepare(url);
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    const CURLcode code = curl_easy_perform(easy);
    if (code != CURLE_OK) return fail(no_answer(code, url, handle_->detail));
    std::vector<std::string> certificates;
    curl_certinfo* shown = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &shown) != CURLE_OK || shown == nullptr)
        return certificates;
    constexpr std::string_view name = "Cert:";
    for (int i = 0; i < shown->num_of_certs; ++i)
        for (const auto* line = shown->certinfo[i]; line != nullptr; line = line->next)
            if (const std::string_view text = line->data; text.starts_with(name))
                certificates.emplace_back(text.substr(name.size()));
    return certificates;
}

Result<wire::HttpResponse> HttpCaller::call(const std::string& url, const wire::HttpRequest& request) {
    CURL* easy = handle_->easy;
    prepare(url + request.target);
    wire::HttpResponse response;
    // libcurl would wait for a "100 Continue" that nobody needs.
    curl_slist* lines = curl_slist_append(nullptr, "Expect:");
    for (const auto& [name, value] : request.headers)
        lines = curl_slist_append(lines, (name + ": " + value).c_str());
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(lines, &curl_slist_free_all);

    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    trust_only(easy, options_.authority);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &response);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &response);
    const CURLcode code = curl_easy_perform(easy);
    if (code != CURLE_OK) return fail(no_answer(code, url, handle_->detail));
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    return response;
}

}  // namespace makegood::sync
