package dev.rollcall.testkit;

/** What callers are told where a call of the store fails, over every store. */
interface StoreFaultContract extends ServiceFaultContract, GuestListFaultContract, BulkInviteFaultContract {}
