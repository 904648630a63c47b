package io.quantumleap.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

class KeyThumbprintTest {

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    @Test
    void isTheSameForTheSameKeyAndAnotherForAnother() throws GeneralSecurityException {
        ECPublicKey key = (ECPublicKey) pair("secp256r1").getPublic();

        assertThat(KeyThumbprint.of(key)).hasSize(43).isEqualTo(KeyThumbprint.of(key));
        assertThat(KeyThumbprint.of((ECPublicKey) pair("secp256r1").getPublic()))
                .isNotEqualTo(KeyThumbprint.of(key));
    }

    @Test
    void writesACoordinateWithAllItsBytes() {
        assertThat(KeyThumbprint.coordinate(BigInteger.ONE)).isEqualTo("A".repeat(41) + "AE");
        assertThat(KeyThumbprint.coordinate(BigInteger.ONE.shiftLeft(255))).isEqualTo("gA" + "A".repeat(41));
    }

    @Test
    void refusesAnotherCurve() throws GeneralSecurityException {
        ECPublicKey key = (ECPublicKey) pair("secp384r1").getPublic();

        assertThatThrownBy(() -> KeyThumbprint.of(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsThePrivateKeyOutOfSight() throws GeneralSecurityException {
        KeyPair pair = pair("secp256r1");
        SigningKey key = SigningKey.of((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());

        assertThat(key).hasToString("SigningKey[" + key.id() + "]");
    }
}
