// GenLint
