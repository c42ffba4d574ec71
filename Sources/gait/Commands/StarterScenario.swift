/// The scenario that `gait init` writes.
enum StarterScenario {
  static let text = """
    # A scenario for Gait: what a shop has today, where it wants to be, and what it has to get there.
    #
    #   gait check roadmap.yaml      is it right?
    #   gait assess roadmap.yaml     where do we stand, and what is missing for the next stage?
    #   gait plan roadmap.yaml       what to build when
    #
    # Write numbers as you would say them: 180k, 1.4%, 6w, 3 months, [8k, 25k, 60k] for low, likely and high.

    gait: 1
    name: My shop

    # The built-in catalog of what a shop can have: stages (crawl, walk, run), elements and capabilities with their
    # prerequisites, costs and effects. Whatever you write below adds to it or overrides it.
    catalog: commerce

    # The first day of the plan, and how far it looks ahead. A period is a week.
    calendar: { start: 2027-01-04, horizon: 3 years }

    # What is there today. Ids are those of the catalog.
    company:
      live: [storefront, product-catalog, site-navigation]
      partial: { page-view-tracking: 40% }       # that share of the work is done
      notApplicable: [gift-cards]                # makes no sense for us

    # The stage to reach, and the day by which. Without `by`, a plan for value puts off whatever does not pay by itself.
    target: { stage: walk, by: 2028-06-30 }

    # Rules for all work: nothing goes live in the peak season, and no more than six things are in work at once.
    policy:
      stageGates: soft
      workInProgress: 6
      freeze: [{ from: 11-15, to: 12-31 }]

    # The people, full time, who can be given work.
    teams:
      development: { name: Development, capacity: 4 }
      marketing: { name: Marketing, capacity: 2 }
      data: { name: Data, capacity: 1 }

    # The money for one-off costs. What is left may be spent later.
    budget: { every: quarter, amount: 150k, carryOver: true }

    # The figures of the shop without any new capability.
    business:
      currency: EUR
      visits: { value: 300k per month, growth: 5% per year }
      conversion: 1.4%
      orderValue: 95
      margin: 40%
      returnRate: 8%
      costToServe: 5.50
      customers: 30000
      churn: 5% per month
      reorderRate: 8% per month
      newCustomerShare: 70%
    discountRate: 9% per year

    # What a plan is chosen for: value, time or cost.
    objective: value

    # What you have decided already. Uncomment what you need.
    # decisions:
    #   force: [loyalty-programme]                     # must be in the plan
    #   exclude: [ai-lead-scoring]                     # must not be
    #   pin: { payment-gateway: 2027-02-01 }           # work starts in this week
    #   liveBy: { privacy-policy: 2027-06-30 }         # live on this day at the latest

    """
}
