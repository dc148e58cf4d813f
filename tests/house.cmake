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

# makegood_script_test(architecture tests/architecture/check.py ARGS ...): one script, one test. ALONE runs it
# without others beside it; SCREEN does so too, on a screen of its own.
function(makegood_script_test name script)
  cmake_parse_arguments(TEST "SCREEN;ALONE" "" "ARGS" ${ARGN})
  set(screen "")
  set(alone ${TEST_ALONE})
  if(TEST_SCREEN)
    set(alone ON)
    set(screen "${CMAKE_SOURCE_DIR}/packaging/with-screen")
  endif()
  add_test(NAME ${name} COMMAND ${screen} "${system_python}" -B "${CMAKE_SOURCE_DIR}/${script}" ${TEST_ARGS}
           WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS quick TIMEOUT 1200 RUN_SERIAL ${alone}
                       ENVIRONMENT "MAKEGOOD_BIN=${CMAKE_BINARY_DIR}/bin;PYTHONDONTWRITEBYTECODE=1")
endfunction()

makegood_script_test(architecture tests/architecture/check.py)
makegood_script_test(architecture_self_test tests/architecture/self_test.py)
# Minutes from nothing, so it is one of the slow ones; what a source includes first is compiled anyway.
makegood_script_test(architecture_headers tests/architecture/headers.py ARGS "${CMAKE_BINARY_DIR}/headers")
set_tests_properties(architecture_headers PROPERTIES LABELS long)

# What tests/bench/run measures against.
add_executable(bare_window tests/bench/bare_window.cpp)
target_link_libraries(bare_window PRIVATE makegood_options wx)

# Measures one suggestion beside SQLite.
add_executable(suggest_bench tests/bench/suggest_bench.cpp)
target_link_libraries(suggest_bench PRIVATE makegood_options makegood_core_substitute PkgConfig::sqlite3)

makegood_script_test(gui_counter_journey tests/gui/counter_journey.py ALONE)
makegood_script_test(gui_people_journey tests/gui/people_journey.py ALONE)
makegood_script_test(gui_manager_journey tests/gui/manager_journey.py ALONE)
makegood_script_test(gui_joining_journey tests/gui/joining_journey.py ALONE)
makegood_script_test(gui_rules_journey tests/gui/rules_journey.py ALONE)
makegood_script_test(gui_latency tests/gui/latency_test.py ALONE)
makegood_script_test(gui_trouble tests/gui/trouble_test.py ALONE)
makegood_script_test(e2e_journey tests/e2e/journey_test.py)
makegood_script_test(e2e_authority tests/e2e/authority_test.py)
makegood_script_test(e2e_bad_input tests/e2e/bad_input_test.py)
makegood_script_test(e2e_tls tests/e2e/tls_test.py)
makegood_script_test(e2e_tampering tests/e2e/tampering_test.py)
makegood_script_test(e2e_copied_folder tests/e2e/copied_folder_test.py)
makegood_script_test(e2e_boot_marker tests/e2e/boot_marker_test.py)
makegood_script_test(e2e_enrolment tests/e2e/enrolment_test.py)
makegood_script_test(e2e_hub_faults tests/e2e/hub_faults_test.py)
makegood_script_test(e2e_hub_rules tests/e2e/hub_rules_test.py)
makegood_script_test(e2e_policy tests/e2e/policy_test.py)
makegood_script_test(e2e_auditor tests/e2e/auditor_test.py)
makegood_script_test(e2e_receipts tests/e2e/receipts_test.py SCREEN)
makegood_script_test(e2e_kills tests/e2e/kills_test.py SCREEN)
makegood_script_test(e2e_rights tests/e2e/rights_test.py ALONE)
makegood_script_test(e2e_rights_long tests/e2e/rights_test.py ALONE ARGS 60)
set_tests_properties(e2e_rights_long PROPERTIES LABELS long)
makegood_script_test(e2e_demo packaging/play/demo.py SCREEN ARGS "${CMAKE_BINARY_DIR}/demo-shop" "${CMAKE_BINARY_DIR}/demo-out")
