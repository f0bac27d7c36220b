package pdf

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"math/big"
	mathrand "math/rand/v2"
	"sync"
	"testing"
	"time"
)

// The smallest CMS SignedData that signs a PDF (RFC 5652): no content, one certificate, one SignerInfo with the two attributes
// that it must have. A set of one attribute after the other is sorted by hand: contentType before messageDigest.

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content signedData `asn1:"explicit,tag:0"`
}

type signedData struct {
	Version      int
	Digests      []pkix.AlgorithmIdentifier `asn1:"set"`
	Encapsulated struct{ Type asn1.ObjectIdentifier }
	Certificates asn1.RawValue `asn1:"tag:0"`
	Signers      []signerInfo  `asn1:"set"`
}

type signerInfo struct {
	Version int
	Issuer  struct {
		Name   asn1.RawValue
		Serial *big.Int
	}
	Digest     pkix.AlgorithmIdentifier
	Attributes asn1.RawValue // [0] in the file, a SET where it is signed
	Algorithm  pkix.AlgorithmIdentifier
	Signature  []byte
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values asn1.RawValue
}

var (
	oidData          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidContentType   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSHA256        = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidRSA           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
)

// throwAway signs with a key that is forgotten when the test ends. PKCS #1 v1.5 has no random part: the same bytes give the
// same signature.
type throwAway struct {
	key  *rsa.PrivateKey
	cert *x509.Certificate
}

// seededKey makes the same key every time, so that two runs of the tests write the same bytes. It protects nothing.
func seededKey() (*rsa.PrivateKey, error) {
	source := mathrand.NewChaCha8([32]byte([]byte("a key for tests, known to anyone")))
	p, q := seededPrime(source), seededPrime(source)
	one := big.NewInt(1)
	order := new(big.Int).Mul(new(big.Int).Sub(p, one), new(big.Int).Sub(q, one))
	key := &rsa.PrivateKey{PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537}, Primes: []*big.Int{p, q}}
	key.D = new(big.Int).ModInverse(big.NewInt(int64(key.E)), order)
	key.Precompute()
	return key, key.Validate()
}

// seededPrime is the next prime of 1,024 bits above a number drawn from the source.
func seededPrime(source *mathrand.ChaCha8) *big.Int {
	var b [128]byte
	_, _ = source.Read(b[:]) // never fails
	b[0] |= 0xc0             // two such primes multiply to 2,048 bits
	b[127] |= 1
	n := new(big.Int).SetBytes(b[:])
	for two := big.NewInt(2); !n.ProbablyPrime(20); {
		n.Add(n, two)
	}
	return n
}

var newThrowAway = sync.OnceValues(func() (throwAway, error) {
	key, err := seededKey()
	if err != nil {
		return throwAway{}, err
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(20230131), Subject: pkix.Name{CommonName: "二七区人民政府办公室（试验）"},
		NotBefore: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(2120, 1, 1, 0, 0, 0, 0, time.UTC),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return throwAway{}, err
	}
	cert, err := x509.ParseCertificate(der)
	return throwAway{key, cert}, err
})

func testSigner(tb testing.TB) throwAway {
	tb.Helper()
	s, err := newThrowAway()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// element is one DER element.
func element(class, tag int, content ...[]byte) asn1.RawValue {
	return asn1.RawValue{Class: class, Tag: tag, IsCompound: true, Bytes: bytes.Join(content, nil)}
}

func (s throwAway) Sign(covered io.Reader) ([]byte, error) {
	h := sha256.New()
	if _, err := io.Copy(h, covered); err != nil {
		return nil, err
	}
	var info signerInfo
	var failed error
	der := func(v any) []byte {
		b, err := asn1.Marshal(v)
		failed = errors.Join(failed, err)
		return b
	}
	attributes := [][]byte{
		der(attribute{oidContentType, element(asn1.ClassUniversal, asn1.TagSet, der(oidData))}),
		der(attribute{oidMessageDigest, element(asn1.ClassUniversal, asn1.TagSet, der(h.Sum(nil)))}),
	}
	digest := sha256.Sum256(der(element(asn1.ClassUniversal, asn1.TagSet, attributes...)))
	signature, err := rsa.SignPKCS1v15(nil, s.key, crypto.SHA256, digest[:])
	if err != nil {
		return nil, err
	}
	info.Version = 1
	info.Issuer.Name, info.Issuer.Serial = asn1.RawValue{FullBytes: s.cert.RawIssuer}, s.cert.SerialNumber
	info.Digest.Algorithm = oidSHA256
	info.Attributes = element(asn1.ClassContextSpecific, 0, attributes...)
	info.Algorithm = pkix.AlgorithmIdentifier{Algorithm: oidRSA, Parameters: asn1.NullRawValue}
	info.Signature = signature
	data := signedData{Version: 1, Digests: []pkix.AlgorithmIdentifier{info.Digest}, Signers: []signerInfo{info}}
	data.Encapsulated.Type = oidData
	data.Certificates = element(asn1.ClassContextSpecific, 0, s.cert.Raw)
	return der(contentInfo{oidSignedData, data}), failed
}

// verify checks a container against the bytes that it is said to sign, with the certificate that it brings.
func verify(container, covered []byte) error {
	var c contentInfo
	if _, err := asn1.Unmarshal(container, &c); err != nil {
		return fmt.Errorf("container: %w", err)
	}
	cert, err := x509.ParseCertificate(c.Content.Certificates.Bytes)
	if err != nil || len(c.Content.Signers) != 1 {
		return fmt.Errorf("%d signers, certificate: %v", len(c.Content.Signers), err)
	}
	info := c.Content.Signers[0]
	set, err := asn1.Marshal(element(asn1.ClassUniversal, asn1.TagSet, info.Attributes.Bytes))
	if err != nil {
		return err
	}
	if err := cert.CheckSignature(x509.SHA256WithRSA, set, info.Signature); err != nil {
		return err
	}
	digest := sha256.Sum256(covered)
	if !bytes.HasSuffix(set, digest[:]) { // messageDigest is the last attribute
		return errors.New("another digest is signed")
	}
	return nil
}
