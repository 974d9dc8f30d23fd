"""Makes the demo data of apps/marketing: python3 apps/marketing/data/make/make.py

The same bytes on every run. The company sells tills, shelf labels, scanners and their supplies and
software to shops, kitchens and warehouses; the day is 2026-11-20.
"""

import sys

sys.dont_write_bytecode = True

import deals
import delivery
import market
import people
import talk


def main():
    people.staff()
    products = people.products()
    customers = people.customers(400)
    contacts = people.contacts(customers)
    campaigns = market.campaigns()
    opportunities = deals.opportunities(customers, products, campaigns, 700)
    contracts = deals.contracts(opportunities, products, 335)
    orders = delivery.orders(contracts, customers, products, repeats=150)
    payments = delivery.payments(contracts)
    delivery.store(opportunities, contracts, orders, payments)
    made = {
        "customer": customers, "contact": contacts, "opportunity": opportunities,
        "contract": contracts, "contract_line": [l for c in contracts for l in c["_lines"]],
        "order": orders, "order_line": [l for o in orders for l in o["_lines"]],
        "payment": payments, "campaign": campaigns,
        "coupon": market.coupons(campaigns, customers, orders),
        "lead": market.leads(customers, campaigns, 600),
        "complaint": market.complaints(customers, orders, 300), "article": market.articles(),
        "follow_up": talk.follow_ups(opportunities, customers, products, 2000)}
    people.finish(customers)
    for name, rows in made.items():
        print(f"{name}: {len(rows)}")
    print(f"in all: {sum(len(rows) for rows in made.values())}")


main()
