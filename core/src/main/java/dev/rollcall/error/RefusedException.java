package dev.rollcall.error;

/**
 * A request that breaks a rule of the domain. Nothing was changed for it. Of several items that are handled together each may be
 * refused alone; every other kind of {@link RollcallException} is a failure of the store, which ends the work for all of them.
 */
public abstract sealed class RefusedException extends RollcallException
        permits InvalidInputException,
                NotFoundException,
                AlreadyExistsException,
                ConflictException,
                AnswerRefusedException,
                PreconditionFailedException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
