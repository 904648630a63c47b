package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.token.RotateKeys;
import io.quantumleap.security.token.SigningKeys;
import io.quantumleap.security.vault.ReencryptSecrets;
import io.quantumleap.security.vault.Reencrypted;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** What administrators ask the running server, and tell it to do. */
@Path("ops")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class OpsResource {

    private final AccessRules rules;
    private final SigningKeys keys;
    private final RotateKeys rotate;
    private final ReencryptSecrets reencrypt;
    private final Clock clock;

    /** Wires the resource. */
    @Inject
    public OpsResource(
            AccessRules rules, SigningKeys keys, RotateKeys rotate, ReencryptSecrets reencrypt, Clock clock) {
        this.rules = rules;
        this.keys = keys;
        this.rotate = rotate;
        this.reencrypt = reencrypt;
        this.clock = clock;
    }

    /** The access rules that are in force. */
    @GET
    @Path("access-matrix")
    public AccessMatrixJson accessMatrix() {
        return AccessMatrixJson.of(rules);
    }

    /** The signing keys that are accepted now. */
    @GET
    @Path("keys")
    public KeysJson keys() {
        return KeysJson.of(keys.ring(), clock.instant());
    }

    /** Makes a new signing key and goes over to it without a refused request. */
    @POST
    @Path("keys/rotate")
    public KeysJson.Row rotate() {
        return KeysJson.row(rotate.rotate(), clock.instant(), false);
    }

    /** Makes a new signing key and accepts no other any more, because the old one may be known to others. */
    @POST
    @Path("keys/replace")
    public KeysJson.Row replace() {
        return KeysJson.row(rotate.replaceAll(), clock.instant(), true);
    }

    /** Encrypts every secret in the database with the first key of the master key's file; nothing else changes. */
    @POST
    @Path("keys/reencrypt")
    public ReencryptedJson reencrypt() {
        Reencrypted done = reencrypt.run();
        return new ReencryptedJson(done.secrets(), done.changed());
    }
}
