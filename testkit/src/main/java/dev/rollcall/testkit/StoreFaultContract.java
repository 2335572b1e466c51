package dev.rollcall.testkit;

import dev.rollcall.testkit.rsvp.invitation.BulkInviteFaultContract;
import dev.rollcall.testkit.rsvp.invitation.GuestListFaultContract;

/** What callers are told where a call of the store fails, over every store. */
interface StoreFaultContract extends ServiceFaultContract, GuestListFaultContract, BulkInviteFaultContract {}
