#!/usr/bin/python3
"""tests/bench/make_rows.py COUNT FILE: writes a catalogue of so many made-up articles as CSV; always the same ones."""
import sys

KINDS = ["coffee", "rice", "soap", "juice", "bread", "tea", "oil", "cheese", "crisps", "shampoo", "jam"]
WORDS = ["dark", "mild", "organic", "family", "classic", "light", "whole", "fine", "golden"]
SIZES = ["250 g", "500 g", "1 kg", "330 ml", "0,5 L", "1 L", "3 x 200 ml", "12 oz", "6 pieces"]
HEADER = "number,gtin,name,brand,category,size,price,cost,stock,place,labels,allergens\n"


def with_check_digit(digits):
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def row(number):
    kind, word = KINDS[number % len(KINDS)], WORDS[number // 11 % len(WORDS)]
    gtin = with_check_digit(f"952{number:09d}")
    price = 99 + number * 37 % 2400
    cost = price * (50 + number % 30) // 100
    category = f"Department {number % 23} > {kind.capitalize()} > Type {number % 307}"
    return (
        f"{number},{gtin},{word.capitalize()} {kind} no. {number % 9973},Brand {number % 1009},{category},"
        f"{SIZES[number % len(SIZES)]},{price // 100}.{price % 100:02d},{cost // 100}.{cost % 100:02d},"
        f'{number % 13 * 3},"Aisle {number % 17}, shelf {number % 5}",{"organic" if word == "organic" else ""},\n'
    )


def write(count, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(map(row, range(1, count + 1)))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(int(sys.argv[1]), sys.argv[2])
