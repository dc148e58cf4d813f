# The storybook, and the checks that look at its window.
makegood_room(tests/gui/storybook USES app/terminal/presenter app/terminal/widgets)
add_executable(makegood-storybook tests/gui/storybook_program/main.cpp)
target_link_libraries(makegood-storybook PRIVATE makegood_options makegood_terminal_clerk makegood_tests_gui_storybook wx)
