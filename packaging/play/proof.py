"""What must be true after the demo was played, each as a sentence and whether it is."""


def only_store(summary):
    stores = summary["stores"]
    return stores[0] if len(stores) == 1 else None


def is_complete(summary):
    """Head office has heard of both incidents and of what came of them."""
    store = only_store(summary)
    return bool(store) and store["recoveries"]["given"] == 2 and store["vouchers"]["issued"] == 1


def voucher_is_known(shop, codes):
    """Both codes on the paper lead to one issued voucher."""
    shown = [shop.run("voucher", "show", code, "--json") for code in (codes.get("EAN-13", ""), codes.get("QR-Code", ""))]
    if any(answer.code != 0 for answer in shown):
        return False
    vouchers = [answer.json() for answer in shown]
    return vouchers[0]["serial"] == vouchers[1]["serial"] and vouchers[0]["state"] == "issued"


def facts(shop, played, codes, summary, out):
    vouchers = [found for name, found in codes.items() if name.startswith("voucher")]
    stickers = [name for name in codes if name.startswith("sticker")]
    store = only_store(summary) or {"incidents": {}, "recoveries": {}, "money": {}}
    money = shop.do("budget", "show")
    return [
        *[(f"screen: {name}", True) for name in played],
        ("a sticker came out, with no code that a scanner reads", len(stickers) == 1),
        ("a voucher came out, with an EAN-13 and a QR code", len(vouchers) == 1 and {"EAN-13", "QR-Code"} <= vouchers[0].keys()),
        ("the register knows the voucher by both codes", any(voucher_is_known(shop, found) for found in vouchers)),
        ("head office heard of one stock-out", store["incidents"].get("stock_out") == 1),
        ("head office heard of one service failure", store["incidents"].get("failure") == 1),
        ("head office heard of two recoveries", store["recoveries"].get("given") == 2),
        ("head office and register agree on the money",
         store["money"].get("reserved", -1) + store["money"].get("spent", -1) == money["reserved"] + money["spent"]),
        ("the journal is whole", shop.run("journal", "verify").code == 0),
        ("every screen has its picture", len(list(out.glob("screen-*.png"))) == len(played)),
    ]
