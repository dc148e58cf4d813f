// What stands in each event, told once for writing and reading: keys, their order, their types. `io` is an
// EventWriter (the values are const) or an EventReader. This is version 1 of the format: any change here
// makes other bytes and needs a new version; but for a value that stands there only where it is not empty, so
// that all that was written before keeps its bytes.
#pragma once
#include "app/ports/event.hpp"

namespace makegood::wire {

template <class Io, class T>
using Ref = typename Io::template Ref<T>;

template <class Io>
void fields(Io& io, Ref<Io, core::budget::OwnDays> own) {
    io("days", own.days);
    io("from", own.from);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::Limit> limit) {
    io("kind", limit.kind);
    io("cost", limit.cost);
    io("worth", limit.worth);
    io.if_any("own", limit.own);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::Amount> amount) {
    io("cost", amount.cost);
    io("worth", amount.worth);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::PotId> pot) {
    io("key", pot.key);
    io("period", pot.period);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::PotLimit> limit) {
    io("cost", limit.cost);
    io("worth", limit.worth);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::Charge> charge) {
    io("pot", charge.pot);
    io("amount", charge.amount);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::Taken> taken) {
    io("epoch", taken.epoch);
    io("hub_epoch", taken.hub_epoch);
    io("charges", taken.charges);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::RightsRow> row) {
    io("pot", row.pot.id);
    io("limit", row.pot.limit);
    io("granted", row.pot.figures.granted);
    io("returned", row.pot.figures.returned);
    io("used", row.pot.figures.used);
    io("freed", row.pot.figures.freed);
    io("promised", row.pot.promised);
    io("released", row.pot.released);
    io.if_any("presumed", row.presumed);
}

template <class Io>
void fields(Io& io, Ref<Io, core::incident::Context> context) {
    io("in_a_hurry", context.in_a_hurry);
    io("special_day", context.special_day);
    io("happened_before", context.happened_before);
    io("with_children", context.with_children);
    io("not_our_fault", context.not_our_fault);
}

template <class Io>
void fields(Io& io, Ref<Io, core::incident::Incident> incident) {
    io("kind", incident.kind);
    io("failure", incident.failure);
    io("severity", incident.severity);
    io("context", incident.context);
    io("article", incident.article);
    io("quantity", incident.quantity);
    io("loss", incident.loss);
}

template <class Io>
void fields(Io& io, Ref<Io, core::recovery::Offer> offer) {
    io("id", offer.id);
    io("kind", offer.kind);
    io("article", offer.article);
    io("gesture", offer.gesture);
    io("quantity", offer.quantity);
    io("title", offer.title);
    io("label", offer.label);
    io("detail", offer.detail);
    io("reason", offer.reason);
    io("sentence", offer.sentence);
    io("place", offer.place);
    io("pays", offer.pays);
    io("cost", offer.cost);
    io("worth", offer.worth);
    io("paper", offer.paper);
    io("voucher_value", offer.voucher_value);
    io("valid_days", offer.valid_days);
    io("due_hours", offer.due_hours);
    io.score("score_millionths", offer.score);
    io("probability_basis_points", offer.probability);
}

template <class Io>
void fields(Io& io, Ref<Io, core::voucher::Voucher> voucher) {
    io("serial", voucher.serial);
    io("ean13", voucher.ean13);
    io("value", voucher.value);
    io("expires", voucher.expires);
    io("qr", voucher.qr);
    io("state", voucher.state);
}

template <class Io>
void fields(Io& io, Ref<Io, core::followup::Promise> promise) {
    io("id", promise.id);
    io("what", promise.what);
    io("due", promise.due);
    io("kept", promise.kept);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::ShopOpened> event) {
    io("store", event.store);
    io("register", event.register_name);
    io("currency", event.currency);
    io("time_zone", event.time_zone);
    io("public_key", event.public_key);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::BudgetSet> event) {
    io("limit", event.limit);
    io("period", event.period);
    io.if_any("approved_by", event.approved_by);
    io.if_any("approved_why", event.approved_why);
}

template <class Io>
void fields(Io& io, Ref<Io, core::budget::Paced> pace) {
    io("day", pace.day);
    io("hour", pace.hour);
    io("price_basis_points", pace.price);
    io("lot_basis_points", pace.lot);
    io("wish", pace.wish);
    io("share", pace.share);
    io("asked", pace.asked);
    io("meant", pace.meant);
    io("why", pace.why);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::IncidentReported> event) {
    io("id", event.id);
    io("incident", event.incident);
    io("article_name", event.article_name);
    io("offers", event.offers);
    io("note", event.note);
    io.if_any("pace", event.pace);
    io.if_any("customer", event.customer);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::IncidentClosed> event) {
    io("id", event.id);
    io("why", event.why);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::RecoveryGiven> event) {
    io("id", event.id);
    io("incident", event.incident);
    io("offer", event.offer);
    io("period", event.period);
    io("limit", event.limit);
    io("voucher", event.voucher);
    io("promise", event.promise);
    io("job", event.job);
    io.if_any("taken", event.taken);
    io.if_any("approved_by", event.approved_by);
    io.if_any("approved_why", event.approved_why);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::RecoveryUndone> event) {
    io("id", event.id);
    io("why", event.why);
    io.if_any("by_its_giver", event.by_its_giver);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::RecoverySettled> event) {
    io("id", event.id);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::VoucherReplaced> event) {
    io("old_serial", event.old_serial);
    io("voucher", event.voucher);
    io("job", event.job);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::VoucherVoided> event) {
    io("serial", event.serial);
    io("why", event.why);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::VoucherRedeemed> event) {
    io("serial", event.serial);
    io("value", event.value);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::VoucherExpired> event) {
    io("serial", event.serial);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::PrintStarted> event) {
    io("job", event.job);
    io("attempt", event.attempt);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::PrintFinished> event) {
    io("job", event.job);
    io("outcome", event.outcome);
    io("proof", event.proof);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::CatalogueImported> event) {
    io("file", event.file);
    io("digest", event.digest);
    io("articles", event.articles);
    io("added", event.added);
    io("changed", event.changed);
    io("unchanged", event.unchanged);
    io("rejected", event.rejected);
    io("with_stock", event.with_stock);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::SalesImported> event) {
    io("file", event.file);
    io("digest", event.digest);
    io("lines", event.lines);
    io("households", event.households);
    io("articles", event.articles);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::PromiseKept> event) {
    io("id", event.id);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::ClockSetBack> event) {
    io("last_seen", event.last_seen);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::ClockJumped> event) {
    io("believed", event.believed);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::ClockConfirmed> event) {
    io("by", event.by);
}

template <class Io>
void fields(Io& io, Ref<Io, core::recovery::Wishes> wishes) {
    io("not_articles", wishes.not_articles);
    io("not_gestures", wishes.not_gestures);
    io("not_brands", wishes.not_brands);
    io("needs", wishes.needs);
    io("same_size", wishes.same_size);
    io("other_size", wishes.other_size);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::OffersRenewed> event) {
    io("incident", event.incident);
    io("declined", event.declined);
    io("why", event.why);
    io("wishes", event.wishes);
    io("offers", event.offers);
    io("note", event.note);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::WordsAskedFor> event) {
    io("words", event.words);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::StockCounted> event) {
    io("article", event.article);
    io("pieces", event.pieces);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::PersonChanged> event) {
    io("person", event.person);
    io("what", event.what);
    io("role", event.role);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::RightsChanged> event) {
    io("why", event.why);
    io("epoch", event.epoch);
    io("hub_epoch", event.hub_epoch);
    io("frozen", event.frozen);
    io.if_any("ended_at", event.ended_at);
    io.if_any("ended_hash", event.ended_hash);
    io.if_any("forgotten", event.forgotten);
    io("pots", event.pots);
}

template <class Io>
void fields(Io& io, Ref<Io, ports::PolicyPublished> event) {
    io("version", event.version);
    io("digest", event.digest);
    io("origin", event.origin);
    io("signed_by", event.signed_by);
}

}  // namespace makegood::wire
