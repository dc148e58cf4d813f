"""Where functions begin and end in C++, told from braces; no compiler needed."""
import re

NOISE = re.compile(
    r'R"(?P<mark>[^ ()\\\n]{0,16})\((?:.|\n)*?\)(?P=mark)"'  # raw strings
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\''  # strings and characters
    r"|//[^\n]*|/\*(?:.|\n)*?\*/"  # remarks
    r"|^[ \t]*#(?:[^\n\\]|\\\n|\\.)*",  # preprocessor lines
    re.MULTILINE,
)
DIGIT_SEPARATOR = re.compile(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])")
SCOPE = re.compile(r"^\s*(inline\s+)?(namespace|extern)\b|\b(class|struct|union|enum)\b(?![^<]*>)[^()=]*$")


def without_noise(text):
    """The same text with strings, remarks and directives blanked; lines keep their numbers."""
    text = DIGIT_SEPARATOR.sub("_", text)
    return NOISE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def functions_of(text):
    """(name, first line, lines) of every function body that stands in a namespace or class."""
    text = without_noise(text)
    scopes = []  # a kind for every open brace
    header, start = "", 0  # of the declaration that is being read, and where it began
    whole = None  # header and start of a constructor whose member initialisers are being read
    for position, sign in enumerate(text):
        outside = not set(scopes) - {"scope"}
        if sign == "{":
            scopes.append(kind_of(header, whole) if outside else "inner")
            if outside and scopes[-1] != "scope":
                whole = whole or (header, start)
            elif outside:
                header, whole = "", None
        elif sign == "}" and scopes:
            kind = scopes.pop()
            if kind == "function":
                yield described(text, *whole, position)
            if kind != "inner":
                header, start = "", position + 1
                whole = whole if kind == "initialiser" else None
        elif outside and sign == ";":
            header, start, whole = "", position + 1, None
        elif outside:
            start = start if header.strip() else position
            header += sign


def kind_of(header, whole):
    words = header.strip()
    continued = whole is not None or re.search(r"\)\s*(noexcept\s*)?:(?!:)", words)
    if continued and re.search(r"[\w>]$", words):
        return "initialiser"
    if whole is not None:
        return "function"
    if SCOPE.search(words):
        return "scope"
    return "function" if "(" in words and not words.endswith("=") else "table"


def described(text, header, start, end):
    first = text.count("\n", 0, start) + 1
    last = text.count("\n", 0, end) + 1
    name = re.search(r"([~\w:]+|operator\S+)\s*\(", header)
    return (name[1] if name else header.strip()[:40], first, last - first + 1)
