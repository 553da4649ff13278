// Catch2 2 and 3 keep their headers in different places; the tests include this one.
#pragma once
#ifdef CATCH2_IS_2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
#endif
