package dev.rollcall.customer;

import dev.rollcall.port.Finds;
import dev.rollcall.port.Lists;
import dev.rollcall.port.Puts;
import dev.rollcall.port.Removes;
import dev.rollcall.port.Restores;
import dev.rollcall.port.Updates;

/**
 * The port of known customer ids. Thread-safe; see {@link dev.rollcall.port} for what holds of every port. To put an id that is
 * known keeps its creation and moves it on by one revision.
 */
public interface CustomerRepository
        extends Puts<CustomerId, Customer>,
                Updates<Customer>,
                Removes<CustomerId>,
                Restores<Customer>,
                Finds<CustomerId, Customer>,
                Lists<Customer, CustomerId> {}
