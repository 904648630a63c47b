"""Writes questions.txt: questions over the sample portfolio with facts worked out from its CSV files alone.

Run it in the root of the checkout: python3 adapters-rest/src/test/resources/io/quantumleap/adapters/rest/chat/evaluation/expected.py
It shares no code with the product, so that the two check each other.
"""
import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

DATA = Path("examples/data")
BENCHMARK = "SYN.INDEX"


def rows(name):
    with open(DATA / name, newline="") as file:
        return list(csv.DictReader(file))


closes = defaultdict(dict)
for row in rows("sample-prices.csv"):
    closes[row["symbol"]][row["date"]] = Decimal(row["close"])
ledger = rows("sample-transactions.csv")
days = sorted(closes[BENCHMARK])
splits = [(t["date"], t["symbol"], Decimal(t["quantity"])) for t in ledger if t["type"] == "split"]


def number(text):
    return Decimal(text) if text else Decimal(0)


def on_or_before(symbol, day):
    return closes[symbol][max(d for d in closes[symbol] if d <= day)]


def book(day):
    held, cash = defaultdict(Decimal), Decimal(0)
    for t in ledger:
        if t["date"] > day:
            break
        kind, quantity, fee, amount = t["type"], number(t["quantity"]), number(t["fee"]), number(t["amount"])
        if kind == "buy":
            held[t["symbol"]] += quantity
            cash -= quantity * number(t["price"]) + fee
        elif kind == "sell":
            held[t["symbol"]] -= quantity
            cash += quantity * number(t["price"]) - fee
        elif kind == "split":
            held[t["symbol"]] *= quantity
        elif kind in ("deposit", "dividend", "interest"):
            cash += amount - fee
        else:
            cash -= amount + fee
    return {s: q for s, q in held.items() if q}, cash


def value(day):
    held, cash = book(day)
    return cash + sum(q * on_or_before(s, day) for s, q in held.items())


def flows(day):
    inflow = sum(number(t["amount"]) for t in ledger if t["date"] == day and t["type"] == "deposit")
    outflow = sum(number(t["amount"]) for t in ledger if t["date"] == day and t["type"] == "withdrawal")
    return inflow, outflow


values = {day: value(day) for day in days}


def wealth():
    """The growth of one unit, day by day: in at the start of the day, out at its end."""
    grown, path, before = Decimal(1), {}, Decimal(0)
    for day in days:
        inflow, outflow = flows(day)
        grown *= (values[day] + outflow) / (before + inflow)
        path[day] = grown
        before = values[day]
    return path


path = wealth()


def last_day(year):
    return max(d for d in days if d <= f"{year}-12-31")


def growth(series, year):
    before = [d for d in days if d < f"{year}-01-01"]
    start = series[before[-1]] if before else series[days[0]]
    return (series[last_day(year)] / start - 1) * 100


def adjusted(symbol):
    series = {}
    for day in days:
        price = closes[symbol][day]
        for when, what, ratio in splits:
            if what == symbol and day < when:
                price /= ratio
        series[day] = price
    return series


def total(kind, year, symbol=None):
    return sum(
        number(t["amount"]) for t in ledger if t["type"] == kind and t["date"].startswith(str(year)) and symbol in (None, t["symbol"])
    )


def fees(year):
    return sum(
        number(t["fee"]) + (number(t["amount"]) if t["type"] == "fee" else 0) for t in ledger if t["date"].startswith(str(year))
    )


out = [
    "# Questions over the sample portfolio and the facts that a right answer states, worked out by expected.py.",
    "# question | facts: a number as the answer may round it, a date, or a word",
    "",
]


def ask(question, *facts):
    out.append(question + " | " + " ; ".join(str(f) for f in facts))


def money(amount):
    return f"{amount:.2f}"


years = range(2016, 2026)
held, cash = book(days[-1])
worths = {s: q * closes[s][days[-1]] for s, q in held.items()}
ranking = sorted(worths, key=worths.get, reverse=True)
ask("What is my biggest holding?", ranking[0], money(worths[ranking[0]]))
ask("What is my smallest holding?", ranking[-1], money(worths[ranking[-1]]))
ask("How many holdings do I have?", len(held))
ask("What is my portfolio worth?", money(values[days[-1]]))
ask("How much cash do I have?", money(cash))
for symbol in ranking:
    ask(f"How many shares of {symbol} do I own?", held[symbol])
    ask(f"What is the weight of {symbol}?", f"{worths[symbol] / values[days[-1]] * 100:.2f}")
for year in years:
    day = last_day(year)
    ask(f"What was my portfolio worth on {day}?", money(values[day]))
    ask(f"How much cash did I have on {day}?", money(book(day)[1]))
    ask(f"What was my return in {year}?", f"{growth(path, year):.2f}")
    ask(f"Did I beat the benchmark in {year}?", f"{growth(path, year):.2f}", f"{growth(closes[BENCHMARK], year):.2f}")
    ask(f"How much did I pay in fees in {year}?", money(fees(year)))
    ask(f"How much did I receive in dividends in {year}?", money(total("dividend", year)))
    ask(f"How much did I deposit in {year}?", money(total("deposit", year)))
    ask(f"How much tax did I pay in {year}?", money(total("tax", year)))
    ask(f"How much interest did I earn in {year}?", money(total("interest", year)))
for index, symbol in enumerate(sorted(s for s in closes if s != BENCHMARK)):
    day = days[200 + index * 180]
    ask(f"What did {symbol} close at on {day}?", f"{closes[symbol][day]:.2f}")
    for year in (2018 + index % 3, 2022 + index % 3):
        ask(f"How did {symbol} do in {year}?", f"{growth(adjusted(symbol), year):.2f}")
by_year = {year: growth(path, year) for year in years}
best, worst = max(by_year, key=by_year.get), min(by_year, key=by_year.get)
ask("What was my best year?", best, f"{by_year[best]:.2f}")
ask("What was my worst year?", worst, f"{by_year[worst]:.2f}")
peak, deepest, fall = Decimal(0), Decimal(0), None
for day in days:
    if path[day] > peak:
        peak, peak_day = path[day], day
    if path[day] / peak - 1 < deepest:
        deepest, fall = path[day] / peak - 1, (peak_day, day)
ask("What was my maximum drawdown?", f"{-deepest * 100:.2f}", fall[0], fall[1])
ask("What was the total of my withdrawals in 2020?", money(total("withdrawal", 2020)))
for year in (2016, 2019, 2022, 2024):
    for symbol in ranking[:3]:
        ask(f"What dividends did {symbol} pay in {year}?", money(total("dividend", year, symbol)))
Path(__file__).with_name("questions.txt").write_text("\n".join(out) + "\n")
print(len(out) - 3, "questions")
