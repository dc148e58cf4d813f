#include "app/wire/document_signature.hpp"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <random>

#include "app/wire/digest.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;

namespace {

class SeedSigner final : public ports::Signer {
  public:
    explicit SeedSigner(char seed) {
        const std::string bytes(crypto_sign_SEEDBYTES, seed);
        crypto_sign_seed_keypair(open_, secret_, reinterpret_cast<const unsigned char*>(bytes.data()));
    }
    std::string public_key_hex() const override {
        return wire::to_hex({reinterpret_cast<const char*>(open_), sizeof open_});
    }
    std::string sign(std::string_view bytes) const override {
        std::string signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), secret_);
        return signature;
    }

  private:
    unsigned char open_[crypto_sign_PUBLICKEYBYTES], secret_[crypto_sign_SECRETKEYBYTES];
};

const std::string document =
    "[policy]\nversion = 7\nstore = \"Corner Market\"\n\n[limits]\ncards = 2  # few\n";

// One flip, cut or insert at a random place.
std::string edited(std::string text, std::mt19937_64& random) {
    const auto place = random() % (text.size() + 1);
    const auto letter = static_cast<char>(random() & 0xFF);
    switch (random() % 3) {
        case 0:
            if (place < text.size()) text[place] = static_cast<char>(text[place] ^ (1 << (random() % 8)));
            return text;
        case 1:
            return text.erase(place, 1 + random() % 4);
        default:
            return text.insert(place, 1, letter);
    }
}

}  // namespace

TEST_CASE("A signature names who signed these bytes") {
    const SeedSigner owner('o');
    const auto signature = wire::sign_document(document, owner);
    CHECK(signature.size() == 21 + 64 + 1 + 128 + 1);
    CHECK(wire::signer_of_document(document, signature).value() == owner.public_key_hex());
    CHECK(wire::named_signer(signature) == owner.public_key_hex());
    CHECK(wire::sign_document(document, owner) == signature);
}

TEST_CASE("Any single edit of document or signature is refused, or makes the same bytes") {
    std::mt19937_64 random(tests::any_seed("edits of a signed document"));
    const auto signature = wire::sign_document(document, SeedSigner('o'));
    for (int i = 0; i < 4000; ++i) {
        const auto text = i % 2 == 0 ? edited(document, random) : document;
        const auto shown = i % 2 == 0 ? signature : edited(signature, random);
        const bool is_same = text == document && shown == signature;
        CAPTURE(text, shown);
        CHECK(wire::signer_of_document(text, shown).has_value() == is_same);
    }
}

TEST_CASE("Texts that are no signature are refused, and name nobody") {
    const auto signature = wire::sign_document(document, SeedSigner('o'));
    const std::string cases[] = {"",
                                 "\n",
                                 signature.substr(0, signature.size() - 1),
                                 signature + "\n",
                                 " " + signature,
                                 "makegood-signature-2" + signature.substr(20),
                                 std::string(signature.size(), '0')};
    for (const auto& each : cases) {
        CAPTURE(each);
        CHECK(wire::named_signer(each).empty());
        const auto outcome = wire::signer_of_document(document, each);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().kind == ErrorKind::refused);
    }
    std::string capitals = signature;
    for (auto& letter : capitals) letter = static_cast<char>(letter >= 'a' ? letter - 32 : letter);
    CHECK_FALSE(wire::signer_of_document(document, capitals));
}

TEST_CASE("A signature of something else with the same key does not fit") {
    const SeedSigner owner('o');
    const auto other = owner.sign(document);  // without the purpose
    const auto shown = "makegood-signature-1 " + owner.public_key_hex() + ' ' + wire::to_hex(other) + '\n';
    CHECK_FALSE(wire::signer_of_document(document, shown));
}
