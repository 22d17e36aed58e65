package io.cellmonitor.event;

import org.jspecify.annotations.Nullable;

/**
 * What a sender's words about a run come to: which type it is, whether it failed, and by what.
 *
 * @param hasError null for known types that are no run
 */
record ReportedRun(
        String type, @Nullable Boolean hasError, @Nullable String errorName) {

    /** What the rules look at. {@code executionCountSent}: whether one was sent at all, good or not. */
    record Claims(
            String type,
            @Nullable Boolean hasError,
            @Nullable String errorName,
            @Nullable String errorMessage,
            @Nullable String result,
            @Nullable String code,
            @Nullable String cellType,
            boolean executionCountSent) {

        /** Older clients send the cells behind an error, which never ran, as runs without a result. */
        private boolean isAborted() {
            boolean isCode = !"markdown".equals(cellType) && !"raw".equals(cellType);
            return EventTypes.isRun(type)
                    && Boolean.FALSE.equals(hasError)
                    && "".equals(result)
                    && !executionCountSent
                    && code != null
                    && !code.isBlank()
                    && isCode;
        }

        private boolean failed() {
            return hasError != null
                    ? hasError
                    : type.equals(EventTypes.CELL_ERROR) || isFilled(errorName) || isFilled(errorMessage);
        }
    }

    static ReportedRun of(Claims claims) {
        String errorName = isFilled(claims.errorName) ? claims.errorName : nameIn(claims.errorMessage);
        if (claims.isAborted()) {
            return new ReportedRun(EventTypes.EXECUTION_ABORTED, null, errorName);
        }
        if (EventTypes.isRun(claims.type)) {
            boolean failed = claims.failed();
            return new ReportedRun(failed ? EventTypes.CELL_ERROR : EventTypes.CELL_EXECUTED, failed, errorName);
        }
        return new ReportedRun(claims.type, EventTypes.isKnown(claims.type) ? null : claims.hasError, errorName);
    }

    /** What stands before the first {@code ": "}, if it is an identifier. */
    private static @Nullable String nameIn(@Nullable String errorMessage) {
        int colon = errorMessage == null ? -1 : errorMessage.indexOf(": ");
        if (errorMessage == null || colon <= 0 || colon > FieldMending.IDENTIFIER_CODE_POINTS) {
            return null;
        }
        String name = errorMessage.substring(0, colon);
        boolean starts = Character.isUnicodeIdentifierStart(name.codePointAt(0)) || name.charAt(0) == '_';
        return starts && name.codePoints().skip(1).allMatch(ReportedRun::isIdentifierPart) ? name : null;
    }

    private static boolean isIdentifierPart(int codePoint) {
        return Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
