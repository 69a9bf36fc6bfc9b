package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func TestNumbersFollowTheLanguage(t *testing.T) {
	es, en := newTongue("es"), newTongue("en")
	require.Equal(t, "1.234,6", es.number(1234.56, 1))
	require.Equal(t, "1,234.6", en.number(1234.56, 1))
	require.Equal(t, "−0,25", es.number(-0.25, 2), "a true minus sign")
	require.Equal(t, "0.0", en.number(-0.04, 1), "no negative zero")
	require.Equal(t, "+3,1", es.signed(3.14, 1))
	require.Equal(t, "0,0", es.signed(0.01, 1), "no sign where nothing is left")
	require.Equal(t, "–", es.number(math.NaN(), 1))
	require.Equal(t, "−1,0 a 2,0", es.span(-1, 2, 1))
	require.Equal(t, "−1.0 to +2.0", en.signedSpan(-1, 2, 1))
	require.Equal(t, "sin intervalo", es.span(math.NaN(), math.NaN(), 1))
	require.Equal(t, "12,5\u00a0%", es.percent(0.125, 1))
	require.Equal(t, "12.5%", en.percent(0.125, 1))
	require.Equal(t, "p\u00a0<\u00a00,001", es.pValue(0.0004))
	require.Equal(t, "p\u00a0=\u00a00.041", en.pValue(0.0412))
	require.Equal(t, "0,35", es.compact(0.35))
	require.Equal(t, "40", en.compact(40))
	require.Equal(t, "1,25e−07", es.compact(1.25e-7))
}

func TestWordsFollowTheLanguage(t *testing.T) {
	es, en, other := newTongue("es"), newTongue("en"), newTongue("fr")
	day := model.NewDate(2011, 4, 8)
	require.Equal(t, "8 de abril de 2011", es.date(day))
	require.Equal(t, "8 April 2011", en.date(day))
	require.Equal(t, "en", other.tag)
	require.Equal(t, "a, b y c", es.list([]string{"a", "b", "c"}))
	require.Equal(t, "ligera e híbrida", es.list([]string{"ligera", "híbrida"}), "hí sounds as í")
	require.Equal(t, "España e Italia", es.list([]string{"España", "Italia"}))
	require.Equal(t, "a and b", en.list([]string{"a", "b"}))
	require.Equal(t, "1 réplica", es.count(1, "réplica", "réplicas", "replication", "replications"))
	require.Equal(t, "Índices", capital("índices"))
	require.Empty(t, capital(""))
}
