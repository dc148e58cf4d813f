# Things with cables.
makegood_room(devices/transport USES app/base)
makegood_room(devices/escpos USES app/base app/ports devices/transport)
makegood_room(devices/scanner USES app/base)
makegood_room(devices/simulated USES app/base LINKS Threads::Threads)
