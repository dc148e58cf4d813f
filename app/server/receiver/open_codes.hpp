// One-time codes that were made while this process runs, for its own page: kept in memory only, and only for
// as long as they are good.
#pragma once
#include <string>
#include <vector>

#include "app/base/time_values.hpp"

namespace makegood::server::receiver {

struct OpenCode {
    std::string code, store, register_name;
    Instant expires;
    std::string ticket;  // the text of its QR code; empty: the address of this server is not known
};

class OpenCodes {
  public:
    void add(OpenCode code) {
        if (codes_.size() == most) codes_.erase(codes_.begin());
        codes_.push_back(std::move(code));
    }
    // Those that are still in time; whether one was used is for the store to say.
    const std::vector<OpenCode>& good_at(Instant now) {
        std::erase_if(codes_, [&](const OpenCode& each) { return each.expires < now; });
        return codes_;
    }
    static constexpr std::size_t most = 20;

  private:
    std::vector<OpenCode> codes_;
};

}  // namespace makegood::server::receiver
