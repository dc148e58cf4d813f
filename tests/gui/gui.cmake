# The storybook, and the checks that look at its window.
makegood_room(tests/gui/storybook USES app/base app/core/budget app/ports app/service app/terminal/presenter app/terminal/widgets)
add_executable(makegood-storybook tests/gui/storybook_program/main.cpp)
target_link_libraries(makegood-storybook PRIVATE makegood_options makegood_terminal_clerk makegood_tests_gui_storybook wx)
add_executable(picture-compare tests/gui/picture_compare/main.cpp)
target_link_libraries(picture-compare PRIVATE makegood_options PkgConfig::pangocairo)

foreach(check storybook_check accessibility_check.py touch_check.py)
  add_test(NAME gui_${check} COMMAND "${CMAKE_SOURCE_DIR}/tests/gui/${check}" "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  set_tests_properties(gui_${check} PROPERTIES LABELS quick TIMEOUT 300)
endforeach()
