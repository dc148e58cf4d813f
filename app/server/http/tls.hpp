// TLS for the server by OpenSSL.
#pragma once
#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "app/base/result.hpp"

namespace makegood::server::http {

// TLS 1.2 and later with this certificate chain and key (PEM files); null when both are empty. The
// authority's own certificate, where a file is named, is shown after them. bad_input: only one of them;
// failed: a file that can't be read, or a key that does not belong to the certificate.
Result<std::shared_ptr<boost::asio::ssl::context>> make_tls(const std::string& certificate,
                                                            const std::string& key,
                                                            const std::string& authority = {});

}  // namespace makegood::server::http
