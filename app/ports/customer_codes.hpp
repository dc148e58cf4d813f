// What stands for a customer where their code must not stand, and for a clerk where their name must not: a
// keyed hash of it.
#pragma once
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::ports {

class CustomerCodes {
  public:
    virtual ~CustomerCodes() = default;
    // 32 hexadecimal digits; the same for the same code. Without the secret, which is in no database and no
    // journal, nobody finds the code to it by trying. failed: the secret can't be read or made.
    virtual Result<std::string> reference_of(std::string_view code) = 0;
    // The same for somebody who works here, by their name: never that of a customer.
    virtual Result<std::string> reference_of_person(std::string_view name) = 0;
    // All registers of a store must know a customer by the same reference: they take over the secret of their
    // hub, 64 hexadecimal digits. Durable when it answers.
    virtual Result<> take_over(const std::string& secret) = 0;
};

}  // namespace makegood::ports
