"""A Stripe that runs on this machine: no network, no account, any failure on order.

One core with Stripe's rules and two faces. `http_client` answers the real SDK inside
the process (tests); `server` answers it over HTTP on loopback, with a payment page and
a control panel (`make run`, the browser journeys). A live key is refused by both.

account      the books: every object as the JSON that Stripe would send
parameters   what a request may hold, read from the SDK's own types
sessions     Checkout Sessions: made, expired
payments     what the buyer and the bank do: intents, charges
refunds      money back, also days later and from the dashboard
disputes     a card holder who wants the money back
ledger       balance transactions: every cent that came or went
payouts      what went to our bank, and of which of those it consists
events       what happened, and the webhooks that tell of it
lists        filters, pages with a cursor, ids opened up on request
idempotency  one key, one execution
api          requests and answers, and the failures that were ordered
core         all of it as one object with a lock and a clock
"""
