"""Writes series.csv and expected.csv: python3 reference.py (numpy 2.4.6, scipy 1.17.1). The series is invented."""
import datetime
import math
import os

import numpy as np
from scipy import integrate, stats

HERE = os.path.dirname(os.path.abspath(__file__))
A = 252


def invent(n=1000):
    rng = np.random.default_rng(19520301)
    bench = 0.0004 + 0.009 * rng.standard_t(4, n) / math.sqrt(2)
    ret = np.round(0.0001 + 0.8 * bench + 0.006 * rng.standard_t(5, n), 6)
    ret[rng.integers(0, n, 12)] = 0.0
    rf = np.round(0.00012 + 0.00003 * np.sin(np.arange(n) / 90), 8)
    day, days = datetime.date(2019, 3, 1), []
    while len(days) < n:
        if day.weekday() < 5:
            days.append(day)
        day += datetime.timedelta(1)
    return days, ret, np.round(bench, 6), rf


days, r, b, rf = invent()
with open(os.path.join(HERE, "series.csv"), "w") as out:
    out.write("date,ret,bench,rf\n")
    for row in zip(days, r, b, rf):
        out.write("%s,%.6f,%.6f,%.8f\n" % row)

n = len(r)
x = {}
wealth = np.concatenate([[1.0], np.cumprod(1 + r)])
under = wealth / np.maximum.accumulate(wealth) - 1
cagr = np.prod(1 + r) ** (A / n) - 1
bench_cagr = np.prod(1 + b) ** (A / n) - 1
mean, sd = np.mean(r), np.std(r, ddof=1)
x["cumulative_return"] = np.prod(1 + r) - 1
x["cumulative_log"] = np.sum(np.log(1 + r))
x["cagr"] = cagr
x["volatility_sample"] = sd * A**0.5
x["volatility_population"] = np.std(r) * A**0.5
x["sharpe"] = mean / sd * A**0.5
x["sharpe_of_excess"] = np.mean(r - rf) / np.std(r - rf, ddof=1) * A**0.5
x["sharpe_geometric"] = cagr / (sd * A**0.5)
for name, target in (("0", 0.0), ("mar", 0.0005)):
    low, high = np.minimum(r - target, 0), np.maximum(r - target, 0)
    x["downside_deviation_" + name] = math.sqrt(np.mean(low**2) * A)
    x["downside_deviation_subset_" + name] = math.sqrt(np.mean(low[low < 0] ** 2) * A)
    x["semivariance_" + name] = np.mean(low**2)
    x["sortino_" + name] = np.mean(r - target) / math.sqrt(np.mean(low**2)) * A**0.5
    x["omega_" + name] = np.sum(high) / -np.sum(low)
    x["kappa_3_" + name] = np.mean(r - target) / np.mean((-low) ** 3) ** (1 / 3)
    x["upside_potential_" + name] = np.mean(high) / math.sqrt(np.mean(low**2))

edges = np.flatnonzero(np.diff(np.concatenate([[0], (under < 0).astype(int), [0]])))
depths = [under[i:j].min() for i, j in zip(edges[::2], edges[1::2])]
dd = under[1:]
x["max_drawdown"] = min(depths)
x["drawdowns"] = len(depths)
x["average_drawdown"] = np.mean(depths)
x["third_drawdown"] = sorted(depths)[2]
x["longest_drawdown"] = max(min(j, n) - i + 1 for i, j in zip(edges[::2], edges[1::2]))
x["conditional_drawdown"] = np.mean(dd[dd <= np.quantile(dd, 0.05)])
x["ulcer_index"] = math.sqrt(np.mean(dd**2))
x["pain_index"] = -np.mean(dd)
x["calmar"] = cagr / -min(depths)
x["sterling"] = cagr / (0.1 - min(depths))
x["burke"] = cagr / math.sqrt(sum(d * d for d in depths))
x["martin"] = cagr / x["ulcer_index"]
x["pain"] = cagr / x["pain_index"]

won, lost = r[r > 0], r[r < 0]
x["gain_to_pain"] = np.sum(r) / -np.sum(lost)
x["win_rate"] = len(won) / (len(won) + len(lost))
x["payoff"] = np.mean(won) / -np.mean(lost)
x["profit_factor"] = np.sum(won) / -np.sum(lost)
x["kelly"] = x["win_rate"] - (1 - x["win_rate"]) / x["payoff"]
x["continuous_kelly"] = mean / sd**2
x["longest_winning_streak"] = max(len(s) for s in "".join("+" if v > 0 else " " for v in r).split())
x["longest_losing_streak"] = max(len(s) for s in "".join("-" if v < 0 else " " for v in r).split())
x["tail_ratio"] = abs(np.quantile(r, 0.95)) / abs(np.quantile(r, 0.05))
x["common_sense_ratio"] = x["tail_ratio"] * x["profit_factor"]
x["stability"] = stats.linregress(np.arange(n), np.cumsum(np.log1p(r))).rvalue ** 2

s, k = stats.skew(r), stats.kurtosis(r)
x["skewness"], x["excess_kurtosis"] = s, k
x["sample_skewness"], x["sample_excess_kurtosis"] = stats.skew(r, bias=False), stats.kurtosis(r, bias=False)
methods = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull",
           "linear", "median_unbiased", "normal_unbiased"]
for i, method in enumerate(methods):
    x["var_type_%d" % (i + 1)] = np.quantile(r, 0.0125, method=method)
x["var_95"] = np.quantile(r, 0.05)
x["expected_shortfall_95"] = np.mean(r[r <= np.quantile(r, 0.05)])
z = stats.norm.ppf(0.05)
x["var_gaussian"] = mean + z * sd
x["expected_shortfall_gaussian"] = mean - stats.norm.pdf(z) / 0.05 * sd
w = z + (z**2 - 1) * s / 6 + (z**3 - 3 * z) * k / 24 - (2 * z**3 - 5 * z) * s**2 / 36
x["var_cornish_fisher"] = mean + w * sd


def edgeworth(u):
    h3, h4 = u**3 - 3 * u, u**4 - 6 * u**2 + 3
    h6 = u**6 - 15 * u**4 + 45 * u**2 - 15
    return u * stats.norm.pdf(u) * (1 + s / 6 * h3 + k / 24 * h4 + s**2 / 72 * h6)


tail = integrate.quad(edgeworth, -40, w, epsabs=1e-14, epsrel=1e-13, limit=500, points=[-8, -4])[0] / 0.05
x["expected_shortfall_cornish_fisher"] = mean + min(w, tail) * sd
sr = mean / sd
x["adjusted_sharpe"] = sr * (1 + s / 6 * sr - k / 24 * sr**2)
x["probabilistic_sharpe"] = stats.norm.cdf((sr - 0.01) * math.sqrt(n - 1) / math.sqrt(1 - s * sr + (k + 2) / 4 * sr**2))

cov = np.cov(r, b)
beta = cov[0, 1] / cov[1, 1]
active = r - b
te = np.std(active, ddof=1) * A**0.5
x["beta"], x["correlation"] = beta, np.corrcoef(r, b)[0, 1]
x["r_squared"] = x["correlation"] ** 2
x["alpha_per_period"] = mean - beta * np.mean(b)
x["alpha_geometric"] = (1 + x["alpha_per_period"]) ** A - 1
x["alpha_arithmetic"] = x["alpha_per_period"] * A
x["tracking_error"] = te
x["information_ratio"] = np.mean(active) / np.std(active, ddof=1) * A**0.5
x["information_ratio_geometric"] = (cagr - bench_cagr) / te
x["active_premium"] = cagr - bench_cagr
x["active_premium_geometric"] = (1 + cagr) / (1 + bench_cagr) - 1
x["treynor"] = cagr / beta
x["m_squared"] = cagr * np.std(b) / np.std(r)
x["jensen_alpha"] = cagr - beta * bench_cagr
x["batting_average"] = np.mean(r > b)
for name, side in (("up", b > 0), ("down", b < 0)):
    m = side.sum()
    own, other = np.prod(1 + r[side]), np.prod(1 + b[side])
    x[name + "_capture_geometric"] = (own ** (A / m) - 1) / (other ** (A / m) - 1)
    x[name + "_capture_cumulative"] = (own - 1) / (other - 1)
    x[name + "_capture_arithmetic"] = np.sum(r[side]) / np.sum(b[side])
    x[name + "_beta"] = np.cov(r[side], b[side])[0, 1] / np.var(b[side], ddof=1)

design = np.column_stack([np.ones(n), b, rf * 100, np.roll(b, 1)])
q, upper = np.linalg.qr(design)
coefficients = np.linalg.solve(upper, q.T @ r)
rest = r - design @ coefficients
variance = rest @ rest / (n - 4)
inverse = np.linalg.inv(upper)
for i in range(4):
    error = math.sqrt(variance * np.sum(inverse[i] ** 2))
    x["ols_%d" % i], x["ols_error_%d" % i] = coefficients[i], error
    x["ols_p_%d" % i] = 2 * stats.t.sf(abs(coefficients[i] / error), n - 4)
x["ols_r_squared"] = 1 - rest @ rest / np.sum((r - mean) ** 2)

window = 63
rolled = [np.mean(r[i:i + window]) / np.std(r[i:i + window], ddof=1) * A**0.5 for i in range(n - window + 1)]
x["rolling_sharpe_first"], x["rolling_sharpe_last"] = rolled[0], rolled[-1]
x["rolling_sharpe_lowest"], x["rolling_sharpe_highest"] = min(rolled), max(rolled)
x["rolling_sharpe_lowest_at"], x["rolling_sharpe_highest_at"] = int(np.argmin(rolled)), int(np.argmax(rolled))
months = np.array([d.year * 100 + d.month for d in days])
monthly = [np.prod(1 + r[months == m]) - 1 for m in np.unique(months)]
x["months"], x["best_month"], x["worst_month"] = len(monthly), max(monthly), min(monthly)
quarters = np.array([d.year * 10 + (d.month + 2) // 3 for d in days])
x["third_quarter_2021"] = np.prod(1 + r[quarters == 20213]) - 1
x["year_2020"] = np.prod(1 + r[[d.year == 2020 for d in days]]) - 1

with open(os.path.join(HERE, "expected.csv"), "w") as out:
    out.write("measure,value\n")
    for name, value in x.items():
        out.write("%s,%.17g\n" % (name, value))
