#include "app/wire/http_signature.hpp"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "app/wire/digest.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::wire;

namespace {

class TestSigner final : public ports::Signer {
  public:
    explicit TestSigner(char seed) {
        const std::string bytes(crypto_sign_SEEDBYTES, seed);
        crypto_sign_seed_keypair(public_, secret_, reinterpret_cast<const unsigned char*>(bytes.data()));
    }
    std::string public_key_hex() const override {
        return to_hex({reinterpret_cast<const char*>(public_), sizeof public_});
    }
    std::string sign(std::string_view bytes) const override {
        std::string signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), secret_);
        return signature;
    }

  private:
    unsigned char public_[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret_[crypto_sign_SECRETKEYBYTES];
};

const std::string nonce = "abcdefghijklmnopqrstuv";

HttpRequest signed_request() {
    HttpRequest request{"POST", "/v1/hello", {{"content-type", "application/json"}}, "{\"a\":1}", false};
    sign(request, 1'700'000'000, nonce, TestSigner('a'));
    return request;
}

}  // namespace

TEST_CASE("a signed request says who signed it and when") {
    const auto facts = verify(signed_request());
    REQUIRE(facts);
    CHECK(facts->created == 1'700'000'000);
    CHECK(facts->nonce == nonce);
    CHECK(facts->key == TestSigner('a').public_key_hex());
}

TEST_CASE("a signature has the form of RFC 9421 and RFC 9530") {
    const auto request = signed_request();
    CHECK(header(request.headers, "signature-input") ==
          "mg=(\"@method\" \"@path\" \"content-digest\");created=1700000000;nonce=\"" + nonce +
              "\";keyid=\"" + TestSigner('a').public_key_hex() + "\";alg=\"ed25519\"");
    // RFC 9530, appendix B.1 has this body and digest.
    CHECK(content_digest("{\"hello\": \"world\"}\n") ==
          "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
}

TEST_CASE("an altered request is not taken") {
    auto request = signed_request();
    SECTION("method") {
        request.method = "PUT";
    }
    SECTION("path") {
        request.target = "/v1/events";
    }
    SECTION("body") {
        request.body += " ";
    }
    SECTION("digest") {
        request.headers["content-digest"] = content_digest("other");
    }
    SECTION("digest and body") {
        request.body = "other";
        request.headers["content-digest"] = content_digest("other");
    }
    SECTION("no digest") {
        request.headers.erase("content-digest");
    }
    SECTION("no signature") {
        request.headers.erase("signature");
    }
    SECTION("no parameters") {
        request.headers.erase("signature-input");
    }
    SECTION("another key") {
        auto& input = request.headers["signature-input"];
        const auto key = TestSigner('a').public_key_hex();
        input.replace(input.find(key), key.size(), TestSigner('b').public_key_hex());
    }
    SECTION("a later time") {
        auto& input = request.headers["signature-input"];
        input.replace(input.find("1700000000"), 10, "1700000001");
    }
    SECTION("another cover") {
        auto& input = request.headers["signature-input"];
        input.replace(input.find(" \"content-digest\""), 17, "");
    }
    SECTION("two signatures") {
        request.headers["signature"] += ", " + request.headers["signature"];
    }
    SECTION("short nonce") {
        sign(request, 1'700'000'000, "short", TestSigner('a'));
    }
    SECTION("nonce that breaks out") {
        sign(request, 1'700'000'000, "aaaaaaaaaaaaaaaa\";x=\"", TestSigner('a'));
    }
    SECTION("time before 1970") {
        sign(request, -5, nonce, TestSigner('a'));
    }
    const auto facts = verify(request);
    REQUIRE_FALSE(facts);
    CHECK(facts.error().kind == ErrorKind::refused);
    CHECK(facts.error().sentence.size() > 20);
}

TEST_CASE("an answer is bound to its status and to the request's nonce") {
    HttpResponse response{401, {}, "{}"};
    sign(response, 5, nonce, TestSigner('h'));
    REQUIRE(verify(response));
    CHECK(verify(response)->nonce == nonce);
    response.status = 200;
    CHECK_FALSE(verify(response));
}

TEST_CASE("no random edit of a signature's fields is taken") {
    const auto seed = tests::any_seed("signature edits");
    std::mt19937 random(seed);
    const auto whole = signed_request();
    for (int round = 0; round < 3000; ++round) {
        auto request = whole;
        const char* names[] = {"signature", "signature-input", "content-digest"};
        auto& field = request.headers[names[random() % 3]];
        const std::size_t at = random() % field.size();
        switch (random() % 3) {
            case 0:
                field[at] = static_cast<char>(field[at] ^ (1 << random() % 8));
                break;
            case 1:
                field.erase(at, 1 + random() % 3);
                break;
            default:
                field.insert(at, 1, static_cast<char>(random()));
                break;
        }
        if (request.headers == whole.headers) continue;
        CHECK_FALSE(verify(request));
    }
}

TEST_CASE("bytes have one text form only") {
    CHECK(to_hex(std::string("\x00\xff", 2)) == "00ff");
    CHECK(from_hex("00ff", 2) == std::string("\x00\xff", 2));
    for (const char* text : {"00FF", "0ff", "00fg", "", "00ff00"}) CHECK_FALSE(from_hex(text, 2));
    CHECK(from_base64("AP8=", 2) == std::string("\x00\xff", 2));
    for (const char* text : {"AP8", "AP9=", "AP8=x", " AP8=", "", "AP8BAg=="})
        CHECK_FALSE(from_base64(text, 2));
    CHECK(blake2b_hex("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}
