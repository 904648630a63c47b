package io.quantumleap.adapters.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application. The container finds the resources and providers; who may call them is in the access rules. */
@ApplicationPath(RestApplication.ROOT)
public class RestApplication extends Application {

    /** The path that every resource lies under. */
    public static final String ROOT = "/api";
}
