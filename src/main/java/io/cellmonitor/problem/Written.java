package io.cellmonitor.problem;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text of which something is left without the blanks around it: the full-width ones of Japanese keyboards count too, as for {@link String#strip}. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "(?s).*[^\\s\\p{Z}\\p{Cntrl}].*")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Written {

    /** What is said of blanks alone. */
    String message() default "must not be blank";

    /** As Bean Validation wants it. */
    Class<?>[] groups() default {};

    /** As Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};
}
