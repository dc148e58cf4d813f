# Things with cables.
makegood_room(devices/transport USES app/base)
makegood_room(devices/escpos USES app/base app/ports devices/transport)
makegood_room(devices/scanner USES app/base app/ports)
makegood_room(devices/simulated USES app/base app/printing LINKS Threads::Threads fmt::fmt)

add_executable(makegood-simulated-printer devices/simulated/program/main.cpp)
target_link_libraries(makegood-simulated-printer PRIVATE makegood_options makegood_devices_simulated)
