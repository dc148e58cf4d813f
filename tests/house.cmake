# Tests that are not one program of Catch2 cases: the shape of the tree, the programs from outside.

# The slow cases of every test program, as a test of their own: `tests/run --long`.
get_property(quick_tests DIRECTORY PROPERTY TESTS)
foreach(quick IN LISTS quick_tests)
  if(TARGET ${quick})
    add_test(NAME ${quick}_long COMMAND ${quick} "[long]" --use-colour no WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties(${quick}_long PROPERTIES LABELS long TIMEOUT 3600)
  endif()
endforeach()

find_program(system_python NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

# makegood_script_test(architecture tests/architecture/check.py ARGS ...): one script, one test.
function(makegood_script_test name script)
  cmake_parse_arguments(TEST "LONG;ALONE" "" "ARGS" ${ARGN})
  add_test(NAME ${name} COMMAND "${system_python}" "${CMAKE_SOURCE_DIR}/${script}" ${TEST_ARGS}
           WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  set(label quick)
  if(TEST_LONG)
    set(label long)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 1200 SKIP_RETURN_CODE 77
                       ENVIRONMENT "MAKEGOOD_BIN=${CMAKE_BINARY_DIR}/bin;PYTHONDONTWRITEBYTECODE=1")
  if(TEST_ALONE)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()

makegood_script_test(architecture tests/architecture/check.py)
makegood_script_test(architecture_self_test tests/architecture/self_test.py)
makegood_script_test(architecture_headers tests/architecture/headers.py ARGS "${CMAKE_BINARY_DIR}/headers")

# What tests/bench/run measures against.
add_executable(bare_window tests/bench/bare_window.cpp)
target_link_libraries(bare_window PRIVATE makegood_options wx)

makegood_script_test(e2e_journey tests/e2e/journey_test.py)
makegood_script_test(e2e_bad_input tests/e2e/bad_input_test.py)
