// Out of stock: find the missing article by scanning it or by two letters.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

ArticleLine line_of(const service::Found& found, const Currency& currency);

class SearchPage : public Page {
  public:
    explicit SearchPage(std::string text) : text_(std::move(text)) {}
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void typed(char32_t key, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    bool in_flow() const override { return true; }

  private:
    void search(Stage& stage);
    void ask_write_down(Stage& stage);
    void write_down(Stage& stage);

    std::string text_, message_;
    std::vector<service::Found> found_;
};

}  // namespace makegood::terminal::presenter
