#include "app/server/http/tls.hpp"

#include <openssl/pem.h>

#include <fstream>
#include <sstream>

#include "app/server/http/http_server.hpp"
#include "app/wire/certificate.hpp"

namespace makegood::server::http {

namespace ssl = boost::asio::ssl;

namespace {

using X509Pointer = std::unique_ptr<X509, decltype(&X509_free)>;

Result<std::vector<std::string>> read_certificates(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    auto all = wire::certificates_in(text.str());
    if (!all.empty()) return all;
    return fail(ErrorKind::failed, "The certificate " + file +
                                       " can't be used. Give a PEM file; it begins with -----BEGIN "
                                       "CERTIFICATE-----.");
}

X509Pointer parsed(const std::string& certificate) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(
        BIO_new_mem_buf(certificate.data(), static_cast<int>(certificate.size())), &BIO_free);
    return {PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr), &X509_free};
}

bool has_signed_itself(const std::string& certificate) {
    const auto known = parsed(certificate);
    return known && X509_NAME_cmp(X509_get_subject_name(known.get()), X509_get_issuer_name(known.get())) == 0;
}

// After the chain, where it is not there already.
Result<> show_authority(ssl::context& context, const std::string& certificate, const std::string& authority) {
    const auto chain = read_certificates(certificate);
    if (!chain) return fail(chain.error());
    const auto named = read_certificates(authority);
    if (!named) return fail(named.error());
    const auto mark = wire::fingerprint(named->front());
    if (!mark) return fail(mark.error());
    for (const auto& each : *chain)
        if (wire::fingerprint(each) == *mark) return {};
    const auto known = parsed(named->front());
    if (known && SSL_CTX_add1_chain_cert(context.native_handle(), known.get()) == 1) return {};
    return fail(ErrorKind::failed, "The certificate " + authority + " can't be used. Give a PEM file.");
}

}  // namespace

Result<std::string> authority_fingerprint(const std::string& certificate, const std::string& authority) {
    if (certificate.empty() && authority.empty()) return std::string();
    const auto known = read_certificates(authority.empty() ? certificate : authority);
    if (!known) return fail(known.error());
    if (!authority.empty()) return wire::fingerprint(known->front());
    return has_signed_itself(known->back()) ? wire::fingerprint(known->back()) : std::string();
}

Result<std::shared_ptr<ssl::context>> make_tls(const std::string& certificate, const std::string& key,
                                               const std::string& authority) {
    if (certificate.empty() && key.empty()) return std::shared_ptr<ssl::context>();
    if (certificate.empty() || key.empty())
        return fail(ErrorKind::bad_input,
                    "TLS needs a certificate and its key. Give both --tls-cert and --tls-key.");
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                         ssl::context::no_tlsv1_1 | ssl::context::no_compression |
                         ssl::context::single_dh_use);
    boost::system::error_code problem;
    context->use_certificate_chain_file(certificate, problem);
    if (problem)
        return fail(ErrorKind::failed,
                    "The certificate " + certificate +
                        " can't be used. Give a PEM file with the "
                        "server's certificate first.",
                    problem.message());
    context->use_private_key_file(key, ssl::context::pem, problem);
    if (problem)
        return fail(ErrorKind::failed,
                    "The key " + key + " can't be used. Give the PEM file of the key that belongs to " +
                        certificate + ", without a password.",
                    problem.message());
    if (!authority.empty())
        if (const auto shown = show_authority(*context, certificate, authority); !shown)
            return fail(shown.error());
    return context;
}

}  // namespace makegood::server::http
