# The rooms of app/, from the bottom up. USES is the whole truth about who may include whom.
makegood_room(app/base LINKS fmt::fmt)

makegood_room(app/core/catalogue USES app/base LINKS PkgConfig::utf8proc)
makegood_room(app/core/incident USES app/base app/core/catalogue)
makegood_room(app/core/substitute USES app/base app/core/catalogue)
makegood_room(app/core/gesture USES app/base app/core/incident)
makegood_room(app/core/budget USES app/base)
makegood_room(app/core/recovery USES app/base app/core/catalogue app/core/incident app/core/substitute app/core/gesture app/core/budget)
makegood_room(app/core/voucher USES app/base app/core/catalogue)
makegood_room(app/core/followup USES app/base)
makegood_room(app/core/insight USES app/base app/core/incident app/core/recovery)

makegood_room(app/ports USES app/base app/core/catalogue app/core/substitute app/core/incident app/core/recovery app/core/budget app/core/voucher app/core/followup)
makegood_room(app/printing USES app/base LINKS PkgConfig::pangocairo zint)
makegood_room(app/wire USES app/base app/ports LINKS Boost::json PkgConfig::sodium)

makegood_room(app/config USES app/base app/core/catalogue app/core/incident app/core/substitute app/core/gesture app/core/budget app/core/recovery app/core/voucher LINKS tomlplusplus::tomlplusplus)
makegood_room(app/service USES app/base app/core/catalogue app/core/incident app/core/substitute app/core/budget app/core/recovery app/core/voucher app/core/insight app/ports app/printing LINKS csv ZLIB::ZLIB)
makegood_room(app/handover USES app/base LINKS Threads::Threads)
makegood_room(app/sync USES app/base app/ports app/wire LINKS CURL::libcurl PkgConfig::zstd)

makegood_room(app/terminal/presenter USES app/base app/core/incident app/core/budget app/core/recovery app/core/voucher app/core/followup app/core/insight app/ports app/service)
makegood_room(app/terminal/widgets USES app/base LINKS wx PkgConfig::gtk PkgConfig::pangocairo)
makegood_room(app/terminal/clerk USES app/base app/terminal/presenter app/terminal/widgets LINKS wx)

makegood_room(app/server/http USES app/base app/wire LINKS Boost::headers Threads::Threads OpenSSL::SSL)
makegood_room(app/server/receiver USES app/base app/core/budget app/ports app/printing app/wire LINKS PkgConfig::sodium PkgConfig::zstd)

makegood_room(app/cli USES app/base app/core/recovery app/ports app/wire app/config app/service)

# Where everything meets.
makegood_room(app/main USES app/base app/ports app/printing app/wire app/service app/config app/sync app/cli db/engine db/terminal devices/escpos LINKS PkgConfig::sodium spdlog::spdlog date::date-tz)
target_compile_definitions(makegood_main PRIVATE MAKEGOOD_SHIPPED_CONFIG="${CMAKE_SOURCE_DIR}/kiosk-config")
makegood_room(app/main/window USES app/base app/printing app/service app/config app/handover app/cli app/terminal/presenter app/terminal/clerk app/main devices/scanner LINKS spdlog::spdlog)
makegood_program(makegood app/main/makegood_main.cpp USES app/cli app/handover app/main)
makegood_program(makegood-terminal app/main/terminal_main.cpp USES app/main/window)
makegood_room(app/main/office USES app/base app/ports app/printing app/wire app/config app/handover app/sync app/main app/server/http app/server/receiver db/server db/terminal)
makegood_program(makegood-server app/main/server_main.cpp USES app/config app/main/office)
