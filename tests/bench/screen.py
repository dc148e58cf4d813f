"""Looks at an X screen from outside, in microseconds: is a window there, and is something drawn in it?"""
import ctypes
import ctypes.util
import time

Z_PIXMAP, ALL_PLANES, VIEWABLE = 2, ctypes.c_ulong(-1).value, 2
SMALLEST = 200  # a window narrower than this is a helper of the window manager
COLOURS = 6  # text is drawn in more shades than an empty ground has


class Attributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("window_class", ctypes.c_int), ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int), ("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long),
        ("your_event_mask", ctypes.c_long), ("do_not_propagate_mask", ctypes.c_long), ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p)]


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_uint32))]


class Screen:
    def __init__(self):
        x = self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        x.XOpenDisplay.restype = x.XGetImage.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        x.XDefaultRootWindow.argtypes = x.XFree.argtypes = x.XDestroyImage.argtypes = [ctypes.c_void_p]
        x.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
        x.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 4
        x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2 + [
            ctypes.c_ulong, ctypes.c_int]
        x.XSetErrorHandler(IGNORE)  # windows vanish while they are looked at
        self.display = x.XOpenDisplay(None)
        if not self.display:
            raise RuntimeError("There is no X screen here; start this through packaging/with-screen.")
        self.root = x.XDefaultRootWindow(self.display)

    def windows(self):
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.x.XQueryTree(self.display, self.root, *map(ctypes.byref, (root, parent, children, count)))
        found = [children[place] for place in range(count.value)]
        if found:
            self.x.XFree(children)
        return [window for window in found if self._shown(window)]

    def _shown(self, window):
        seen = Attributes()
        good = self.x.XGetWindowAttributes(self.display, window, ctypes.byref(seen))
        return good and seen.map_state == VIEWABLE and min(seen.width, seen.height) >= SMALLEST

    def shades(self, width=1280, height=800):
        """How many colours a grid of points on the screen has."""
        picture = self.x.XGetImage(self.display, self.root, 0, 0, width, height, ALL_PLANES, Z_PIXMAP)
        if not picture:
            return 0
        data = ctypes.cast(picture, ctypes.POINTER(Image)).contents.data
        colours = {data[row * width + column] & 0xFFFFFF for row in range(0, height, 6) for column in range(0, width, 5)}
        self.x.XDestroyImage(picture)
        return len(colours)

    def wait_for_picture(self, until):
        while not self.windows():
            self._sleep(until, "No window was shown.")
        while self.shades() < COLOURS:
            self._sleep(until, "The window stayed empty.")

    def wait_until_empty(self, until):
        while self.windows():
            self._sleep(until, "A window is still there.")

    @staticmethod
    def _sleep(until, otherwise):
        if time.monotonic() > until:
            raise TimeoutError(otherwise)
        time.sleep(0.002)


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
def IGNORE(_display, _error):
    return 0
