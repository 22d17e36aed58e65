package io.cellmonitor.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Identities as the framework knows them. Principals are ids, never names: they may be logged. */
final class Identities {

    private Identities() {}

    static SecurityIdentity of(Sender sender) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(sender.realm()))
                .addRole(Roles.SENDER)
                .addAttribute(Sender.ATTRIBUTE, sender)
                .build();
    }

    /** The principal is a {@link StudentPrincipal}. */
    static SecurityIdentity of(StudentSubject student) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(student.principal())
                .addRole(Roles.STUDENT)
                .addAttribute(Sender.ATTRIBUTE, Sender.of(student))
                .build();
    }

    /** An admin has a teacher's role too; what he may read is decided by membership. */
    static SecurityIdentity of(SignedIn signedIn) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(signedIn.user().toString()))
                .addRole(Roles.TEACHER)
                .addRole(signedIn.role())
                .addAttribute(SignedIn.ATTRIBUTE, signedIn)
                .build();
    }
}
