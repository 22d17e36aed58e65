package io.cellmonitor.access;

import io.cellmonitor.problem.StorableText;
import io.cellmonitor.problem.Written;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Accounts, for admins. */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    /** An account to be made. */
    public record NewAccount(
            @NotBlank @Written @Size(max = 100) @StorableText
            String username,

            @NotNull @Size(min = 10, max = 256) String password,

            @NotBlank @Written @Size(max = 200) @StorableText
            String displayName,

            @NotNull @Pattern(regexp = "teacher|admin") String role) {
        @Override
        public String toString() {
            return "NewAccount[...]";
        }
    }

    /** An account that was made. */
    public record AccountView(UUID id, String username, String displayName, String role) {
        @Override
        public String toString() {
            return "AccountView[id=" + id + "]";
        }
    }

    private final Accounts accounts;

    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Makes an account of a teacher or admin; 409 when the login name is taken. */
    @POST
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(201)
    @APIResponseSchema(value = AccountView.class, responseCode = "201")
    public Uni<AccountView> create(@NotNull @Valid NewAccount wanted) {
        String username = wanted.username().strip();
        String displayName = wanted.displayName().strip();
        return accounts.create(username, wanted.password(), displayName, wanted.role())
                .map(id -> new AccountView(id, username, displayName, wanted.role()));
    }
}
