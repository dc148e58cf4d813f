#!/usr/bin/env python3
"""Prints a made-up catalogue of N articles as CSV: make_rows.py N [SEED]. The same N and SEED give the same bytes."""
import random
import sys

KINDS = [("Coconut oil", "Pantry > Oils"), ("Olive oil", "Pantry > Oils"), ("Rye bread", "Bakery > Bread"),
         ("Oat biscuits", "Bakery > Biscuits"), ("Whole milk", "Dairy > Milk"), ("Mild cheddar", "Dairy > Cheese"),
         ("Green tea", "Drinks > Tea"), ("Ground coffee", "Drinks > Coffee"), ("Apple juice", "Drinks > Juice"),
         ("Washing liquid", "Household > Laundry"), ("Paper towels", "Household > Paper"), ("Shower gel", "Care > Bath")]
WORDS = ["organic", "classic", "family", "mild", "strong", "golden", "fresh", "traditional", "light", "extra"]
SIZES = ["250 g", "400 ml", "500 g", "750 ml", "1 L", "1.5 L", "2 x 250 g", "6 x 330 ml", "12 oz", "10 pieces"]


def check_digit(digits):
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def print_rows(count, out, seed=1):
    chance = random.Random(seed)
    out.write("number,gtin,name,brand,category,size,price,cost,stock,place\n")
    for row in range(count):
        name, category = KINDS[chance.randrange(len(KINDS))]
        twelve = "952%09d" % row
        price = chance.randrange(49, 3000)
        out.write("%d,%s%s,%s %s %s,Brand %d,%s,%s,%d.%02d,%d.%02d,%d,\"Aisle %d, shelf %d\"\n" % (
            100000 + row, twelve, check_digit(twelve), name, WORDS[chance.randrange(10)], WORDS[chance.randrange(10)],
            chance.randrange(200), category, SIZES[chance.randrange(len(SIZES))], price // 100, price % 100,
            price * 6 // 1000, price * 6 // 10 % 100, chance.randrange(60), chance.randrange(1, 25), chance.randrange(1, 6)))


def write(count, path):
    with open(path, "w", encoding="utf-8") as file:
        print_rows(count, file)


if __name__ == "__main__":
    print_rows(int(sys.argv[1]), sys.stdout, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
