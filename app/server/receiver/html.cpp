#include "app/server/receiver/html.hpp"

namespace makegood::server::receiver {

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += letter;
        }
    }
    return safe;
}

std::string element(std::string_view name, std::string_view style, std::string_view body) {
    std::string text = "<" + std::string(name);
    if (!style.empty()) text += " class=\"" + std::string(style) + "\"";
    return text + ">" + std::string(body) + "</" + std::string(name) + ">";
}

}  // namespace makegood::server::receiver
