#include "app/server/http/tls.hpp"

namespace makegood::server::http {

namespace ssl = boost::asio::ssl;

Result<std::shared_ptr<ssl::context>> make_tls(const std::string& certificate, const std::string& key) {
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
    return context;
}

}  // namespace makegood::server::http
