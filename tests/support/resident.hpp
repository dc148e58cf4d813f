// What of a mapped file is in this process's memory.
#pragma once
#include <fstream>
#include <string>

namespace makegood::tests {

// In kilobytes, as the kernel tells.
inline long resident(const std::string& path) {
    std::ifstream maps("/proc/self/smaps");
    long kilobytes = 0;
    bool of_it = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.find('-') < line.find(' ')) of_it = line.ends_with(path);
        if (of_it && line.starts_with("Rss:")) kilobytes += std::stol(line.substr(4));
    }
    return kilobytes;
}

}  // namespace makegood::tests
