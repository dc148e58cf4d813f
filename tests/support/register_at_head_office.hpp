// Head office with one register enrolled, whose journal is sent whole.
#pragma once
#include <zstd.h>

#include "tests/support/head_office_world.hpp"

namespace makegood::tests {

struct RegisterAtHeadOffice : HeadOfficeWorld {
    Journal journal;

    explicit RegisterAtHeadOffice(const std::string& time_zone = "UTC") {
        REQUIRE(enrol(code(), journal, device).status == 200);
        journal.add(ports::ShopOpened{"Mitte", "1", "EUR", time_zone, device.public_key_hex()});
    }

    // What head office knows once it has all events; the test fails when it sets one aside.
    ports::Overview sent() {
        wire::Segment segment{journal.device, 1, 1, wire::no_hash, {}};
        for (const auto& event : journal.events) segment.events.push_back(event.bytes);
        const std::string text = *wire::encode(segment);
        std::string packed(ZSTD_compressBound(text.size()), '\0');
        packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
        const auto answer = receiver->handle(request(wire::events_path, packed, device));
        INFO(answer.body);
        REQUIRE(answer.status == 200);
        auto all = overview();
        for (const auto& exception : all.exceptions) FAIL(exception.sentence);
        return all;
    }
};

}  // namespace makegood::tests
