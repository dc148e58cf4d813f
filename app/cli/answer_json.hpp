// The JSON of things that several commands answer with. Keys are stable.
#pragma once
#include "app/core/recovery/offer.hpp"
#include "app/ports/store.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::cli {

wire::Json offer_json(const core::recovery::Offer& offer);
wire::Json voucher_json(const core::voucher::Voucher& voucher, const Currency& currency);
wire::Json period_json(const core::budget::Period& period, const Currency& currency);

}  // namespace makegood::cli
