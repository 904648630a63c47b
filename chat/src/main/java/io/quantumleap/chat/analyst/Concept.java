package io.quantumleap.chat.analyst;

import java.util.List;

/** The ideas that the analyst knows, each with the words that people use for it. */
enum Concept {
    BIGGEST(
            "top of the list, takes the largest share, the most weight, highest weight, highest value, most expensive position, bulk of my money, most money in, most of my money, most money, the heaviest, biggest part, largest part, main part, number 1, biggest, bigger, largest, greatest, highest, top, main, heaviest, most valuable, major, "
                    + "number one, leading, dominant, most important, most of my money, maximum, max, huge"),
    SMALLEST(
            "lowest weight, lowest value, tiny, smallest, smaller, least, lowest, tiniest, minor, least valuable, minimum, lightest"),
    BEST(
            "star, stars, best one, did best, done best, performed best, went best, most successful one, champion, top gainer, top gainers, best return, doing best, going best, doing well, performing well, best of, best, winner, winners, strongest, most profitable, best performing, best performer, "
                    + "best performers, top performing, top performer, top performers, most successful, "
                    + "made the most, gained the most, gained most, biggest winner, biggest winners, "
                    + "biggest gainer, biggest gainers, biggest gain, highest gain, highest return"),
    WORST(
            "did worst, done worst, performed worst, went worst, worst one, biggest drag, drag on, disappointing, worst return, top loser, top losers, weakest holding, weakest stock, weakest position, doing badly, going badly, performing badly, poorest, weakest investment, doing worst, losing the most, worst of, worst, loser, losers, weakest, least profitable, worst performing, worst performer, "
                    + "worst performers, lost the most, lost most, biggest loser, biggest losers, laggard, "
                    + "laggards, lowest return, costing me the most"),
    HOLDING("holding, holdings, position, positions, stock, stocks, security, securities, investment, "
            + "investments, asset, assets, instrument, instruments, fund, funds, etf, etfs, equity, "
            + "equities, shares, share, bond, bonds, company, companies"),
    LIST_HOLDINGS(
            "everything i own, all i own, all that i own, what i have, in my account, in my depot, overview of my holdings, overview of my portfolio, what do i own, what do i hold, what do i have, what am i holding, what am i invested in, "
                    + "what is in my portfolio, what is in the portfolio, what is in it, what have i got, "
                    + "what i own, what i hold, list my holdings, show my holdings, show me my holdings, "
                    + "list my positions, show my positions, show me my positions, my holdings, my positions, "
                    + "list holdings, which stocks do i own, which stocks do i have, what stocks do i own, "
                    + "what stocks do i have, which shares do i own, what shares do i own, which funds do i own, "
                    + "contents of my portfolio, inside my portfolio, i own, i hold"),
    HOW_MANY("how many, number of, count of"),
    WEIGHT("weight, weights, weighting, weightings, allocation, allocations, allocated, breakdown, "
            + "distribution, distributed, composition, made up of, proportion, proportions, share of, "
            + "percentage of, percent of, fraction of, part of, how much of my portfolio, asset mix, mix, "
            + "structure, split between, spread, split up, divided, exposure, exposed, invested in"),
    CONCENTRATION(
            "how diverse, well diversified, diversifying, all in one, depend on one, dependent on one, too much in one, how balanced, balanced, how concentrated, how spread out, spread out, too concentrated, all eggs, biggest positions make up, largest positions make up, biggest holdings make up, largest holdings make up, concentration, concentrated, diversified, diversification, diverse, diversify, lumpy, "
                    + "eggs in one basket, well spread"),
    WORTH(
            "worth altogether, worth in total, add up to, adds up to, how valuable, valuable, my fortune, my money in total, sum of everything, if i sold everything, what would i get, what am i worth, how much am i worth, amount to, my net worth, current total, total right now, what do i have in total, worth, net worth, how much money do i have, how much do i have, how rich am i, "
                    + "size of my portfolio, how big is my portfolio, portfolio value, value of my portfolio, "
                    + "value of the portfolio, wealth"),
    VALUE("value, valued, valuation, total, balance, market value, assets under management"),
    CASH(
            "money in the bank, free money, free cash, unspent, unallocated, dry powder, cash account, ready to invest, money not invested, not invested, lying around, sitting idle, on the sidelines, in cash, spare money, left to invest, available to invest, cash, uninvested, liquidity, liquid, buying power, money on hand, cash balance, "
                    + "cash position, cash holding, cash holdings, idle money, how much cash"),
    PERFORMANCE(
            "get out of it, come out, turned out, did things go, did it go, pay off, paid off, profitable, profitability, success, successful, earn on, gain or loss, better or worse, how were, how was, how did, up overall, down overall, up or down, made so far, money did, money do, investments doing, how things went, went well, go well, was my year, making money, make any money, performance, perform, performs, performed, performing, return, returns, returned, growth, "
                    + "grown, grow, grew, cagr, doing, did i do, did it do, have i done, how did i do, "
                    + "did my portfolio do, how am i doing, how is it going, annual return, annualised return, "
                    + "annualized return, time weighted return, money weighted return, irr, xirr, twr, mwr, "
                    + "rate of return, yield, gone up, gone down, go up, go down, went up, went down, fared, fare, "
                    + "developed, development, results, progress, return on investment, roi, "
                    + "compound annual growth, up or down, in the red, in the black"),
    BEST_YEAR(
            "which year was best, which year was the best, which year did i earn the most, which year did i gain the most, which year went best, year with the highest return, year did i have the highest return, year with the best return, best year, best calendar year, strongest year, most profitable year"),
    WORST_YEAR(
            "which year was worst, which year was the worst, which year did i lose the most, which year went worst, year with the lowest return, worst year, worst calendar year, weakest year"),
    EACH_YEAR("each year, every year, year by year, by year, per year, calendar years, calendar year, "
            + "yearly, annual returns, yearly returns, annually"),
    RISK(
            "how nervous, sleep well, how safe, risk exposure, risk appetite, how secure, secure, how dangerous, dangerous are, could go wrong, worst case, how exposed am i, uncertain, risk do i take, risk am i taking, gamble, risk tolerance, risk, risks, risky, riskiness, riskier, safe, safer, dangerous, risk profile, risk level, "
                    + "how bad can it get, how much can i lose, how much could i lose, could i lose, can i lose, "
                    + "risk measures, risk figures, risk metrics, safety, hazardous, unsafe"),
    HEALTH(
            "health check, healthy, unhealthy, health score, health, in good shape, in bad shape, in what shape, score of my portfolio, "
                    + "score my portfolio, overall score, my score, check my portfolio, checkup, check up, grade my portfolio, "
                    + "rate my portfolio, risk score, performance score, diversification score, analyse my portfolio, "
                    + "analyze my portfolio, analysis of my portfolio, full analysis, full check, comprehensive analysis"),
    VOLATILITY(
            "ups and downs, up and down a lot, go up and down, jump around, wild, shaky, steady, calm, turbulent, volatility, volatile, standard deviation, fluctuate, fluctuates, fluctuation, fluctuations, "
                    + "swing, swings, bumpy, vol, stable, stability, variability"),
    VALUE_AT_RISK(
            "lose on a bad day, lose in one day, lose in a day, bad day, value at risk, var, var95, value-at-risk"),
    EXPECTED_SHORTFALL("expected shortfall, shortfall, cvar, conditional value at risk, tail risk, tail loss, "
            + "average loss on bad days"),
    SHARPE("sharpe, sharpe ratio, risk adjusted return, risk adjusted returns, risk adjusted"),
    SORTINO("sortino, sortino ratio"),
    CALMAR("calmar, calmar ratio"),
    DOWNSIDE("downside deviation, downside risk, downside volatility, downside, semi deviation"),
    SKEWNESS("skewness, skew, skewed, asymmetry"),
    KURTOSIS("kurtosis, fat tails, excess kurtosis"),
    ULCER("ulcer index, ulcer"),
    BEST_DAY("best day, biggest daily gain, largest daily gain, strongest day, best daily return"),
    WORST_DAY("worst day, biggest daily loss, largest daily loss, weakest day, worst daily return, "
            + "biggest one day loss, biggest loss in a day, most i lost in a day, worst single day, "
            + "biggest one day drop"),
    POSITIVE_DAYS("positive days, up days, winning days, hit rate, win rate, days with a gain, green days"),
    BETA("beta"),
    ALPHA("alpha, jensen"),
    CORRELATION("correlation, correlated, correlate, correlates"),
    R_SQUARED("r squared, r2, coefficient of determination"),
    TRACKING_ERROR("tracking error, active risk"),
    INFORMATION_RATIO("information ratio"),
    DRAWDOWN(
            "bad times, worst time, worst phase, dips, dip, plunge, plunged, collapse, collapsed, fell the most, dropped the most, lost the most in value, tumble, tumbled, low since, sink, sank, hit hardest, hit the hardest, hardest hit, lowest point, low point, worst stretch, worst times, fallen the most, bounce back, bounced back, get back, slumps, hole, hard times, worst fall, worst falls, drawdown, drawdowns, draw down, draw downs, maximum drawdown, max drawdown, "
                    + "biggest drawdown, largest drawdown, peak to trough, deepest fall, deepest falls, "
                    + "biggest fall, biggest drop, largest drop, largest fall, worst fall, worst drop, "
                    + "biggest loss, biggest losses, largest loss, worst loss, worst losses, biggest decline, "
                    + "worst decline, underwater, under water, crash, crashes, crashed, setback, setbacks, "
                    + "worst period, slump, deepest, recover, recovered, recovery, off its high, below its peak, "
                    + "below the peak"),
    MARKET("index, the market, market index, stock market"),
    BETTER_OFF(
            "better off, worse off, better in the index, better with the index, done better, have done better, do better"),
    COMPARE(
            "better than an index, match the market, keep pace, stand against, hold up against, do against, did against, worse than the market, better than the market, in comparison, measured against, next to, stack up, stacks up, ahead or behind, do better than, did better than, did worse than, do worse than, doing better than, doing worse than, benchmark, benchmarks, compare, compared, compares, comparison, versus, vs, against, "
                    + "outperform, outperformed, outperforming, underperform, underperformed, underperforming, "
                    + "beat, beaten, beating, better than, worse than, relative to, ahead of, behind, "
                    + "lag, lagged, keep up with"),
    DEPOSITS(
            "put into, pay into, paid into, money added, added to my portfolio, my own money, put aside, saved up, transfer in, savings plan, deposit, deposits, deposited, paid in, pay in, put in, money in, contribution, "
                    + "contributions, contribute, contributed, inflow, inflows, added money, net contributions, "
                    + "invested so far, have i invested, did i invest, transferred in, saved"),
    WITHDRAWALS(
            "take from, took from, taken from, money taken, removed, transfer out, spent from, withdrawal, withdrawals, withdraw, withdrew, withdrawn, take out, took out, taken out, "
                    + "money out, outflow, outflows, payout, payouts, paid out, cashed out, transferred out"),
    DIVIDENDS(
            "passive income, yield from stocks, payments from stocks, income from shares, pay out in dividends, paid out in dividends, paid me, payouts, dividend, dividends, income, distributions, payouts from stocks, dividend income"),
    INTEREST("interest, interest income"),
    FEES(
            "what did trading cost, trading charges, broker costs, broker charges, pay my broker, paid my broker, pay the broker, paid the broker, order fees, transaction costs, spent on fees, spend on fees, expensive was trading, how expensive, trading cost me, cost of trading, spent on commissions, fee, fees, pay in fees, paid in fees, pay in commissions, paid in commissions, "
                    + "pay in costs, cost, costs, commission, commissions, charge, charges, charged, expense, "
                    + "expenses, brokerage, trading costs"),
    TAXES(
            "tax office, tax authorities, withholding tax, state take, tax, taxes, pay in tax, paid in tax, pay in taxes, paid in taxes, withholding, withheld"),
    FLOWS("cash flow, cash flows, cashflow, cashflows, money in and out, flows, flow of money, "
            + "in and out, deposits and withdrawals"),
    GAIN(
            "up on, down on, how much am i up, how much am i down, better by, worse by, have i made any money, did i make any money, gain, gains, gained, profit, profits, profitable, p&l, pnl, profit and loss, earn, earned, "
                    + "earnings, made money, make money, lost money, lose money, lose, lost, loss, losses, made, "
                    + "make, money made, how much money did i make, how much have i made, how much did i make, "
                    + "how much did i lose, plus or minus"),
    UNREALISED("unrealised, unrealized, paper gain, paper gains, paper loss, book gain, open profit"),
    REALISED("realised, realized, locked in, closed profit"),
    TRANSACTIONS(
            "most recently, do most recently, did i do last, do recently, did i do recently, done recently, last traded, last thing i traded, last thing i bought, last thing i sold, history of my trades, transaction, transactions, trade, trades, trading history, traded, bought, buy, sold, "
                    + "purchase, purchases, purchased, sales, buys, sells, orders, activity, last bought, booking, "
                    + "bookings, ledger"),
    PRICE(
            "trade now, trading now, does it cost, one share of, cost of one share, stand at, standing at, quoted at, going for, price, prices, quote, quotes, trading at, close at, closing price, close, closed, "
                    + "share price, per share, stock price, last price, current price"),
    QUANTITY("how many shares, how many units, quantity, units, number of shares, how much stock"),
    COST_BASIS(
            "cost basis, book value, bought for, pay for, paid for, purchase price, average price, " + "entry price"),
    PORTFOLIOS("portfolios, which portfolio, what portfolios, my accounts, list portfolios, accounts, " + "depots"),
    PORTFOLIO("portfolio, account, depot, my money, my savings, my wealth, everything"),
    DATA_RANGE("how far back, how much history, how old is my data, how current, up to date, latest data, "
            + "data do you have"),
    WHY(
            "what is the reason, what are the reasons, for what reason, how did it come, caused, cause of, causes of, explain my, reason for, reasons for, responsible for, to blame, blame, why, reason, reasons, what caused, caused, because of what, what happened, how come"),
    CONTRIBUTION(
            "explain my loss, explain my losses, explain my gain, explain my return, explain the loss, "
                    + "where did the loss come from, where did my loss come from, where did the gain come from, "
                    + "where did my gain come from, where did my return come from, come from, came from, "
                    + "contribution to return, contributed to, contributed most, contributed the most, contribute to, contributor, contributors, contributions of, contribution of, "
                    + "attribution, return attribution, performance attribution, drove, drivers, driver, driven by, dragged, drag, drags, "
                    + "detractor, detractors, detracted, responsible for, was responsible, responsible, cost me money, cost me the most, "
                    + "costing me, hurt me, hurt my, helped my, helped me, helped most, made the difference, by holding, per holding, "
                    + "each holding, for each holding, holding by holding, which holdings lost, which stocks lost, which positions lost, "
                    + "which holdings made, which stocks made, which positions made, which holdings gained, which stocks gained"),
    ELSEWHERE(
            "inflation, consumer prices, cpi, bitcoin, crypto, cryptocurrency, cryptocurrencies, gold price, house prices, "
                    + "property prices, mortgage, savings account, savings rate, fixed deposit, interest rates rise, interest rates fall, "
                    + "interest rates, esg, sustainable, sustainability, pe ratio, price earnings ratio, earnings per share"),
    STRESS(
            "crash like, crisis like, slump like, stress test, stress tests, stress testing, stress, stressed, scenario, scenarios, shock, market crash, "
                    + "the market fell, the market falls, the market drops, the market dropped, the market crashes, the market crashed, "
                    + "the market rises, the market rose, market fell, market falls, market fall, market drops, market dropped, market crashes, market crashed, market rose, "
                    + "market rises, prices fell, prices fall, prices drop, prices dropped, stocks fell, stocks fall, stocks drop, "
                    + "everything fell, everything falls, everything dropped, what would happen, what happens, what would i lose, "
                    + "how would i do in, happened again, happen again, were to happen again, repeat of"),
    WHAT_IF("what if, suppose i, suppose we, if i sold, if i sell, if i bought, if i buy, if we sold, if we bought, "
            + "if i were to sell, if i were to buy, if i had, trying out, try out, would selling, would buying, effect of selling, "
            + "effect of buying, impact of selling, impact of buying, what would selling, what would buying"),
    REBALANCE("rebalance, rebalancing, rebalanced, equal weights, equal weight, equally weighted, target weights, "
            + "back to target, equalise, equalize, same weight, equal parts, evenly"),
    HELP("help, what can you do, what can i ask, what do you know, what can you tell me, "
            + "how do you work, commands, what questions, capabilities, examples, what are you able to, "
            + "how does this work, instructions for use, what can i ask you, what else can you do, "
            + "what should i ask"),
    IDENTITY("who are you, what are you, are you a robot, are you human, are you an ai, your name, "
            + "what model are you"),
    GREETING(
            "hello, hi, hey, good morning, good afternoon, good evening, greetings, hi there, " + "hello there, howdy"),
    THANKS("thanks, thank you, thx, cheers, great, perfect, awesome, bye, goodbye, ok, okay, cool"),
    ADVICE(
            "a buy, a sell, a hold, smart to buy, smart to sell, wise to buy, wise to sell, get rid of, should i, should we, shall i, would you recommend, do you recommend, recommend, "
                    + "recommendation, recommendations, advise, advice, is it a good time, is now a good time, "
                    + "good idea, worth buying, worth selling, worth keeping, what to buy, what to sell, "
                    + "what would you buy, what would you do, when to sell, when to buy, a good investment, "
                    + "a good buy, do you think i, suggest, better to sell, better to buy, overvalued, "
                    + "undervalued, too risky, too much risk, ought i, would you sell, would you buy, would you keep, would you hold, "
                    + "is it worth, time to buy, time to sell"),
    FORECAST(
            "will be in, be worth in, will i have, will the market, where will, how will, in ten years, in five years, when i retire, going to be, will it, will my, will the, going to, predict, prediction, predictions, forecast, "
                    + "forecasts, next year, next month, next week, next quarter, tomorrow, in the future, future, "
                    + "expect to, will rise, will fall, will go up, will go down, outlook, price target, "
                    + "target price, will be worth"),
    ORDER("buy me, sell all, sell my, sell everything, buy shares, place an order, place order, "
            + "execute, transfer money, transfer the, send money, wire, purchase for me, liquidate, "
            + "close my position, close all, cancel my, delete my, delete the, change my, update my, "
            + "i want to buy, i want to sell, transfer tool"),
    OTHER_PEOPLE("other user, other users, other customer, other customers, other client, other clients, "
            + "another user, another customer, another client, someone else, somebody else, everyone, "
            + "everybody, all users, all clients, all customers, any user, any client, user id, "
            + "user named, users, other people, other investors, my neighbour, my neighbor, my friend, "
            + "my boss, my wife, my husband, your customers, your clients, your users, clients, customers"),
    DEFINITION(
            "what is that, what is it, what is the meaning of, can you explain, please explain, tell me what, what do you mean by, how do i read, in plain words, in simple terms, what does, meaning, define, definition, explain, what is meant by, what is a, what is an, "
                    + "how is calculated, how do you calculate, how is it calculated, stand for"),
    MINE("my, mine, i, me, our, we"),
    PRONOUN("it, its, that one, this one, that, them, they, their, this holding, that holding, "
            + "this stock, that stock");

    private final String phrases;

    Concept(String phrases) {
        this.phrases = phrases;
    }

    /** The words, lower case, as they are after spelling was brought to one form. */
    List<String> phrases() {
        return List.of(phrases.split(", ", -1));
    }
}
