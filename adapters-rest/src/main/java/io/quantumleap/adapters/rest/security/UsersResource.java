package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.ChangeUser;
import io.quantumleap.security.account.CreateUser;
import io.quantumleap.security.account.ListUsers;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.secondfactor.OwnSecondFactor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Who may sign in, for administrators. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Dependent
public class UsersResource {

    private final ListUsers listUsers;
    private final CreateUser createUser;
    private final ChangeUser changeUser;
    private final OwnSecondFactor secondFactor;

    /** Wires the resource. */
    @Inject
    public UsersResource(
            ListUsers listUsers, CreateUser createUser, ChangeUser changeUser, OwnSecondFactor secondFactor) {
        this.listUsers = listUsers;
        this.createUser = createUser;
        this.changeUser = changeUser;
        this.secondFactor = secondFactor;
    }

    /** A page of users by name. */
    @GET
    public UsersJson list(@BeanParam PageParams params) {
        CursorPage<Account> page = listUsers.list(params.request());
        return new UsersJson(page.items().stream().map(UserJson::of).toList(), PageParams.opaque(page.nextCursor()));
    }

    /** Makes a user. */
    @POST
    public Response create(@Valid @NotNull NewUserJson user) {
        CreateUser.Result result = createUser.create(
                new Username(user.username()), new Password(user.password()), RoleCodes.read(user.roles()));
        if (result instanceof CreateUser.Result.PasswordRefused refused) {
            throw PasswordProblems.of("password", refused.faults()).asException();
        }
        UserJson created = UserJson.of(((CreateUser.Result.Created) result).account());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/users/" + created.id())
                .entity(created)
                .build();
    }

    /** Changes a user. */
    @PATCH
    @Path("{id}")
    public UserJson change(@PathParam("id") String id, @Valid @NotNull UserChangeJson change) {
        ChangeUser.Result result = changeUser.change(userId(id), change.toChange());
        if (result instanceof ChangeUser.Result.PasswordRefused refused) {
            throw PasswordProblems.of("password", refused.faults()).asException();
        }
        return UserJson.of(((ChangeUser.Result.Changed) result).account());
    }

    /** Takes the second factor from a user who lost it. */
    @DELETE
    @Path("{id}/second-factor")
    public void takeSecondFactor(@PathParam("id") String id) {
        secondFactor.takeFrom(userId(id));
    }

    private static UserId userId(String text) {
        try {
            return UserId.parse(text);
        } catch (InvalidValueException noSuchId) {
            throw new MissingObjectException("There is no such user.");
        }
    }
}
