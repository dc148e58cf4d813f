#include "devices/transport/device_file.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace makegood::devices::transport {

namespace {

constexpr std::array<std::pair<std::uint32_t, speed_t>, 7> speeds{{{9600, B9600},
                                                                   {19200, B19200},
                                                                   {38400, B38400},
                                                                   {57600, B57600},
                                                                   {115200, B115200},
                                                                   {230400, B230400},
                                                                   {460800, B460800}}};

Result<Descriptor> claim(const std::string& path, int extra_flags) {
    Descriptor device(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | extra_flags));
    if (device) return device;
    const auto reason = errno;
    const std::string detail = std::strerror(reason);
    if (reason == EBUSY) {
        return fail(ErrorKind::busy,
                    "Another program holds " + path + ". End it, or remove the printer from CUPS.", detail);
    }
    if (reason == EACCES || reason == EPERM) {
        return fail(ErrorKind::failed,
                    "This user may not use " + path +
                        ". Add the user to the groups lp and dialout, then sign in anew.",
                    detail);
    }
    return fail(ErrorKind::failed,
                "There is no printer at " + path + ". Check its cable, that it is switched on, and its name.",
                detail);
}

}  // namespace

bool is_known_baud(std::uint32_t baud) {
    for (const auto& [known, speed] : speeds) {
        if (known == baud) return true;
    }
    return false;
}

UsbLp::UsbLp(std::string path) : DescriptorLink("the printer at " + path), path_(std::move(path)) {}

Result<> UsbLp::open(Duration) {
    auto device = claim(path_, 0);
    if (!device) return fail(device.error());
    use(std::move(*device));
    return {};
}

Serial::Serial(std::string path, std::uint32_t baud, FlowControl flow)
    : DescriptorLink("the printer at " + path), path_(std::move(path)), baud_(baud), flow_(flow) {}

Result<> Serial::set_up(int descriptor) const {
    termios line{};
    bool done = ::tcgetattr(descriptor, &line) == 0;
    ::cfmakeraw(&line);
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    if (flow_ == FlowControl::rtscts) line.c_cflag |= CRTSCTS;
    line.c_cc[VMIN] = 0;
    line.c_cc[VTIME] = 0;
    for (const auto& [known, speed] : speeds) {
        if (known == baud_) done = done && ::cfsetspeed(&line, speed) == 0;
    }
    done = done && ::tcsetattr(descriptor, TCSANOW, &line) == 0;
    if (done) return {};
    return fail(ErrorKind::failed,
                path_ + " is not a serial line. Check the name in the printer's connection.",
                std::strerror(errno));
}

Result<> Serial::open(Duration) {
    auto device = claim(path_, O_NOCTTY);
    if (!device) return fail(device.error());
    if (::ioctl(device->number(), TIOCEXCL) != 0 && errno != ENOTTY) {
        return fail(ErrorKind::busy, "Another program holds " + path_ + ". End it first.",
                    std::strerror(errno));
    }
    MAKEGOOD_TRY(set_up(device->number()));
    use(std::move(*device));
    return {};
}

}  // namespace makegood::devices::transport
