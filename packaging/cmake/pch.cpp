#include "packaging/cmake/pch.hpp"
