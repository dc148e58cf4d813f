// Assertions that stay on in release. They fire only for programming errors, never for input.
#pragma once
#include <cstdio>
#include <cstdlib>

#define MAKEGOOD_CHECK(condition)                                                                       \
    do {                                                                                                \
        if (!(condition)) {                                                                             \
            std::fprintf(stderr, "%s:%d: broken assumption: %s\n", __FILE__, __LINE__, #condition);     \
            std::abort();                                                                               \
        }                                                                                               \
    } while (false)
