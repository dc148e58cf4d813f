#include "app/wire/certificate.hpp"

#include <catch2/catch.hpp>

#include "app/wire/enrolment_ticket.hpp"

using namespace makegood;
using namespace makegood::wire;

namespace {

// printf abc, printf abd | base64, as if each were a certificate.
const std::string one = "-----BEGIN CERTIFICATE-----\nYW\nJj\n-----END CERTIFICATE-----\n",
                  other = "-----BEGIN CERTIFICATE-----\r\nYWJk\r\n-----END CERTIFICATE-----\r\n";
// FIPS 180-4, the example of three letters.
const std::string of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

}  // namespace

TEST_CASE("a certificate is known by the digest of its bytes") {
    CHECK(fingerprint(one).value() == of_abc);
    CHECK(fingerprint(other).value() != of_abc);
    for (const std::string bad :
         {"", "-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
          "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n"}) {
        INFO(bad);
        CHECK_FALSE(fingerprint(bad));
    }
}

TEST_CASE("a file of certificates is taken apart; what is none is left out") {
    const auto all =
        certificates_in("words\n" + one + "-----BEGIN KEY-----\nAAAA\n-----END KEY-----\n" + other);
    REQUIRE(all.size() == 2);
    CHECK(all[0] == one);
    CHECK(fingerprint(all[1]).value() == fingerprint(other).value());
    CHECK(certificates_in("").empty());
    CHECK(certificates_in(one.substr(0, one.size() - 5)).empty());
}

TEST_CASE("a ticket bears the authority's fingerprint where there is one") {
    const std::string key(64, 'b');
    const EnrolmentTicket plain{"https://hub.example:8443", "7K3QM-0ZT4W", key},
        with{"https://hub.example:8443", "7K3QM-0ZT4W", key, of_abc};
    CHECK(encode(plain).starts_with("MAKEGOOD:1:7K3QM0ZT4W:"));
    CHECK(encode(with).starts_with("MAKEGOOD:2:7K3QM0ZT4W:"));
    const auto read = decode_ticket(encode(with));
    REQUIRE(read);
    CHECK(read->authority == of_abc);
    CHECK(read->key == key);
    CHECK(read->url == with.url);
    CHECK(decode_ticket(encode(plain))->authority.empty());
    const auto text = encode(with);
    for (std::size_t cut = 9; cut < text.size() - with.url.size() + 1; cut += 7) {
        INFO(text.substr(0, cut));
        CHECK_FALSE(decode_ticket(text.substr(0, cut)));
    }
    CHECK_FALSE(decode_ticket("MAKEGOOD:3" + text.substr(10)));
    CHECK(ticket_of(text, "")->authority == of_abc);
    CHECK(ticket_of("https://hub.example", "AAAAA")->code == "AAAAA");
}
