package cli

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/biography"
)

func TestHowOftenAMandateWasVetoed(t *testing.T) {
	for vetoes, want := range map[int][2]string{
		0: {"el mandato S1-001 no tuvo vetos", "mandate S1-001 had no vetoes"},
		1: {"no hay veto 9: el mandato S1-001 tuvo 1 veto", "no veto 9: mandate S1-001 had 1 veto"},
		2: {"no hay veto 9: el mandato S1-001 tuvo 2 vetos", "no veto 9: mandate S1-001 had 2 vetoes"},
	} {
		e := &biography.VetoError{Mandate: "S1-001", Number: 9, Vetoes: vetoes}
		require.Equal(t, want[0], (&app{tongue: tongue{"es"}}).vetoesHad(e))
		require.Equal(t, want[1], (&app{tongue: tongue{"en"}}).vetoesHad(e))
	}
}

func TestVetoNumberReadsBack(t *testing.T) {
	for _, text := range []string{"1", "12", pivotal} {
		var n vetoNumber
		require.NoError(t, n.Set(text))
		require.Equal(t, text, n.String())
	}
	var n vetoNumber
	require.Empty(t, n.String())
	for _, text := range []string{"0", "-1", "x", "1.5", ""} {
		require.Error(t, n.Set(text), text)
	}
}
