// Version 1 of the bytes of an event:
//
//   {"v":1,"device":"…32 hex…","epoch":1,"seq":17,"at":µs since 1970,"by":"…","prev":"…64 hex…",
//    "event":"recovery-given","body":{…}}
//
// on one line, keys in exactly this order (event_fields.hpp has the bodies), integers only, no spaces,
// control characters as \u00xx and nothing else escaped but " and \. There is one way to write an event:
// what decodes encodes to the same bytes again.
#pragma once
#include "app/ports/event_codec.hpp"

namespace makegood::wire {

// encode answers an empty text when the event can't be written: not UTF-8, or beyond a limit.
ports::EventCodec event_codec();

}  // namespace makegood::wire
